#!/usr/bin/env python3
"""Sends one visit of a customer: a registration, a view, a full cart and, if asked, the order."""

import argparse
import pathlib
import sys
import time

from confluent_kafka import Producer

from client import add_arguments, settings
from wire import Wire

RELEASED = pathlib.Path(__file__).resolve().parents[2] / "schemas" / "released"


def arguments():
    args = argparse.ArgumentParser(description=__doc__)
    add_arguments(args)
    args.add_argument("--prefix", default="kairos.", help="before each topic (%(default)s)")
    args.add_argument("--customer", default="ann", help="the customer's id (%(default)s)")
    args.add_argument("--visit", default="1", help="number of the visit (%(default)s)")
    args.add_argument("--buy", action="store_true", help="the customer pays for the cart")
    args.add_argument("--at", type=int, help="epoch milliseconds (now)")
    args.add_argument("--schemas", default=RELEASED, help="folder of the released schemas")
    return args.parse_args()


def noon(at):
    """A zone in which it is noon, so that no quiet hours hold the welcome message."""
    return "Etc/GMT%+d" % (at // 3_600_000 % 24 - 12)


def visit(customer, number, at, buy):
    """Topic and record of each event.

    An id says what happened, not when it was sent, so a retry repeats it: who makes ids at random
    keeps them with the event before the first try.
    """
    name = "%s-%s" % (customer, number)
    phone = {"item": "phone-x", "category": "electronics.phone", "price": 199900}
    yield "customers", {
        "eventId": customer + "-registered",
        "customerId": customer,
        "time": at,
        "type": "REGISTERED",
        "timeZone": noon(at),
        "consents": [
            {"channel": "push", "purpose": "marketing", "granted": True,
             "source": None, "textVersion": None}
        ],
        "reachable": {"push": True},
    }
    yield "clickstream", {
        "eventId": name + "-view", "customerId": customer, "time": at + 1, "type": "VIEW", **phone
    }
    yield "cart", {
        "eventId": name + "-added", "customerId": customer, "time": at + 2, "type": "ADDED",
        "quantity": 1, **phone
    }
    if buy:
        yield "orders", {
            "eventId": name + "-paid", "customerId": customer, "time": at + 3, "type": "PAID",
            "orderId": name, "total": 199900,
            "lines": [
                {"item": "phone-x", "sku": None, "category": "electronics.phone", "brand": None,
                 "quantity": 1, "unitPrice": 199900, "listPrice": None, "discount": 0}
            ],
        }


def main():
    args = arguments()
    wire = Wire(args.schemas)
    failures = []
    # Retries of this client neither lose a record nor change the order of a customer's.
    producer = Producer(
        {**settings(args), "enable.idempotence": True, "message.timeout.ms": 30000}
    )
    at = args.at or int(time.time() * 1000)
    for topic, event in visit(args.customer, args.visit, at, args.buy):
        producer.produce(
            args.prefix + topic,
            key=event["customerId"].encode(),
            value=wire.write(topic, event),
            on_delivery=lambda error, _: failures.append(error) if error else None,
        )
    left = producer.flush(30)
    if failures or left:
        sys.exit("not sent: %s" % (failures[0].str() if failures else "%d events" % left))
    print("sent the visit of", args.customer)


if __name__ == "__main__":
    main()
