#!/usr/bin/env python3
"""Takes each trigger once into a table, whatever repeats: once.py BROKERS TOPIC DATABASE"""

import sqlite3
import sys

from confluent_kafka import Consumer

brokers, topic, database = sys.argv[1:]
taken = sqlite3.connect(database)
taken.execute("create table if not exists taken (id text primary key, kind text, customer text)")
consumer = Consumer(
    {
        "bootstrap.servers": brokers,
        "group.id": "kairos.once",
        "auto.offset.reset": "earliest",
        "enable.auto.commit": False,
        "isolation.level": "read_committed",
        "session.timeout.ms": 10000,  # back soon after a crash
    }
)
consumer.subscribe([topic])
while True:
    record = consumer.poll(1.0)
    if record is None or record.error():
        continue
    headers = {name: value.decode() for name, value in record.headers()}
    trigger = (headers["kairos-id"], headers["kairos-kind"], record.key().decode())
    with taken:  # what is done and the id of it in one transaction: both, or neither
        added = taken.execute("insert or ignore into taken values (?, ?, ?)", trigger).rowcount
    if added:
        print(*trigger, flush=True)
    consumer.commit(record, asynchronous=False)
