"""The settings that every Kafka client of an example is made with."""

import pathlib


def add_arguments(args):
    args.add_argument("--bootstrap", required=True, help="address of the brokers")
    args.add_argument("--client", help="file with more settings of librdkafka, as key=value")


def settings(args):
    known = {"bootstrap.servers": args.bootstrap}
    if args.client:
        lines = pathlib.Path(args.client).read_text().splitlines()
        known.update(line.split("=", 1) for line in lines if "=" in line and line[0] != "#")
    return known
