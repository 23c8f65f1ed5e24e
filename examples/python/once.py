#!/usr/bin/env python3
"""Takes each trigger once into a table, whatever repeats: once.py BROKERS TOPIC DATABASE"""

import pathlib
import sqlite3
import sys

from confluent_kafka import Consumer, KafkaException
from wire import Wire

brokers, topic, database = sys.argv[1:]
wire = Wire(pathlib.Path(__file__).resolve().parents[2] / "schemas" / "released")
taken = sqlite3.connect(database)
taken.execute("create table if not exists taken (id primary key, kind, customer, validUntil)")
settings = {"group.id": "kairos.once", "auto.offset.reset": "earliest"}
settings |= {"enable.auto.commit": False, "isolation.level": "read_committed"}
settings |= {"session.timeout.ms": 10000}  # back soon after a crash
consumer = Consumer({"bootstrap.servers": brokers, **settings})
consumer.subscribe([topic])
while True:
    record = consumer.poll(1.0)
    if record is not None and record.error():
        raise KafkaException(record.error())  # whoever watches over this starts it again
    if record is not None and dict(record.headers() or []).get("kairos-mode") == b"LIVE":
        trigger = wire.read("triggers", record.value())
        row = [trigger[name] for name in ("id", "kind", "customerId", "validUntil")]
        with taken:  # what is done and the id of it in one transaction: both, or neither
            added = taken.execute("insert or ignore into taken values (?, ?, ?, ?)", row).rowcount
        if added:
            print(*row, flush=True)
        consumer.commit(record, asynchronous=False)
