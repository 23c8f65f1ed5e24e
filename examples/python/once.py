#!/usr/bin/env python3
"""Prints each trigger once, whatever repeats: once.py BROKERS TOPIC DATABASE"""

import sqlite3
import sys

from confluent_kafka import Consumer

brokers, topic, database = sys.argv[1:]
known = sqlite3.connect(database)
known.execute("create table if not exists known (id text primary key)")
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
    with known:  # the id, and what is done for it in the same database, or neither
        added = known.execute("insert or ignore into known values (?)", [headers["kairos-id"]])
        if added.rowcount:
            print(headers["kairos-kind"], record.key().decode(), headers["kairos-id"], flush=True)
    consumer.commit(record, asynchronous=False)
