#!/usr/bin/env python3
"""Receives triggers, "sends" each once by writing it to a log, and reports that as feedback."""

import argparse
import json
import os
import pathlib
import signal
import sys
import time

from confluent_kafka import Consumer, KafkaError, KafkaException, Producer

from client import add_arguments, settings
from wire import Wire

RELEASED = pathlib.Path(__file__).resolve().parents[2] / "schemas" / "released"


def arguments():
    args = argparse.ArgumentParser(description=__doc__)
    add_arguments(args)
    args.add_argument("--prefix", default="kairos.", help="before each topic (%(default)s)")
    args.add_argument("--group", default="receiver", help="consumer group (%(default)s)")
    args.add_argument("--log", default="sent.jsonl", help="what was sent (%(default)s)")
    args.add_argument("--registry", help="address of the schema registry, where one is used")
    args.add_argument("--schemas", default=RELEASED, help="folder of the released schemas")
    args.add_argument(
        "--clock",
        choices=["wall", "events"],
        default="wall",
        help="what tells whether a message is too late: events for a demo (%(default)s)",
    )
    return args.parse_args()


class Log:
    """What was sent, a line each. It is also the memory of ids: a crash forgets neither or both.

    A line that a crash left unfinished counts for nothing: what it is about was not sent.
    """

    def __init__(self, path):
        self._valid = {}
        self._file = open(path, "a", encoding="utf-8")
        written = pathlib.Path(path).read_bytes()
        finished = written.rfind(b"\n") + 1
        for line in map(json.loads, written[:finished].splitlines()):
            self._valid[line["id"]] = line["validUntil"]
        self._file.truncate(finished)

    def knows(self, trigger):
        return trigger["id"] in self._valid

    def write(self, what, trigger):
        line = {
            "what": what,
            "id": trigger["id"],
            "validUntil": trigger["validUntil"],
            "customer": trigger["customerId"],
            "channel": trigger["channel"],
            "template": trigger["template"],
            "cancels": trigger["cancels"],
        }
        self._file.write(json.dumps(line) + "\n")
        self._file.flush()
        os.fsync(self._file.fileno())
        self._valid[trigger["id"]] = trigger["validUntil"]

    def forget(self, now):
        """After its validUntil no id comes again."""
        self._valid = {known: until for known, until in self._valid.items() if until > now}


class Receiver:
    def __init__(self, args):
        self._args = args
        self._wire = Wire(args.schemas, args.registry)
        self._log = Log(args.log)
        self._events = 0
        self._feedback = Producer(settings(args))
        self._lost = []
        self._consumer = Consumer(
            {
                **settings(args),
                "group.id": args.prefix + args.group,
                # Back soon after a crash.
                "session.timeout.ms": 10000,
                "auto.offset.reset": "earliest",
                "enable.auto.commit": False,
                "isolation.level": "read_committed",
            }
        )
        self._stopped = False

    def stop(self, *_):
        self._stopped = True

    def run(self):
        self._consumer.subscribe([self._args.prefix + "triggers"])
        while not self._stopped:
            messages = self._consumer.consume(500, timeout=0.2)
            records = [message for message in messages if self._arrived(message)]
            for record in records:
                self._take(record)
            if records:
                self._await_reported()
                self._consumer.commit(asynchronous=False)
                self._log.forget(self._now())
        self._consumer.close()

    def _arrived(self, message):
        """False for an error, which comes in the place of a record."""
        if not message.error():
            return True
        # Brokers come and go; the client finds them again by itself.
        print("kafka:", message.error().str(), file=sys.stderr)
        if message.error().code() == KafkaError.UNKNOWN_TOPIC_OR_PART:
            raise KafkaException(message.error())
        return False

    def _take(self, record):
        headers = dict(record.headers() or [])
        if headers.get("kairos-mode") != b"LIVE":
            return
        trigger = self._wire.read("triggers", record.value())
        self._events = max(self._events, trigger["eventTime"])
        if trigger["kind"] == "SEND":
            self._report(trigger, self._send(trigger))
        elif trigger["kind"] == "CANCEL" and not self._log.knows(trigger):
            # A sender with a queue takes the message out of it here.
            self._log.write("CANCELLED", trigger)

    def _send(self, trigger):
        """Gives the status to report. A repeat is reported again: the first may have got lost."""
        if self._log.knows(trigger):
            return "SENT"
        if trigger["validUntil"] <= self._now():
            return "DISCARDED"
        self._log.write("SENT", trigger)
        line = "%s to %s: %s" % (trigger["channel"], trigger["customerId"], trigger["reason"])
        # Texts of customers are not to drive the terminal.
        print("".join(c if c.isprintable() else " " for c in line), flush=True)
        return "SENT"

    def _report(self, trigger, status):
        feedback = {
            "triggerId": trigger["id"],
            "customerId": trigger["customerId"],
            "status": status,
            "time": self._now(),
            "channel": trigger["channel"],
        }
        self._feedback.produce(
            self._args.prefix + "feedback",
            key=trigger["customerId"].encode(),
            value=self._wire.write("feedback", feedback),
            on_delivery=lambda error, _: self._lost.append(error) if error else None,
        )

    def _await_reported(self):
        """Fails if a report got lost: the offset before it is not committed, so it is sent anew."""
        self._feedback.flush()
        if self._lost:
            raise KafkaException(self._lost[0])

    def _now(self):
        return self._events if self._args.clock == "events" else int(time.time() * 1000)


def main():
    receiver = Receiver(arguments())
    signal.signal(signal.SIGINT, receiver.stop)
    signal.signal(signal.SIGTERM, receiver.stop)
    receiver.run()


if __name__ == "__main__":
    main()
