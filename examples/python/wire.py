"""The three forms of a record on a topic of Kairos: single-object Avro, registry Avro and JSON."""

import base64
import io
import json
import os
import pathlib
import urllib.request

import avro.io
import avro.schema

SINGLE_OBJECT = b"\xc3\x01"
REGISTRY = b"\x00"


class Wire:
    """Reads records in any form, and writes single-object Avro with the newest released schema."""

    def __init__(self, released, registry=None):
        """released: folder with the released schemas. registry: its address, None for none."""
        self._released = pathlib.Path(released)
        self._registry = registry
        self._schemas = {}
        self._newest = {
            entry["topic"]: entry["fingerprint"]
            for entry in json.loads((self._released / "fingerprints.json").read_text())
        }

    def read(self, topic, value):
        """A record as a dict. Fails on bytes that are none of the three forms."""
        newest = self._schema(self._newest[topic])
        if value[:1] == b"{":
            return json.loads(value)
        if value[:2] == SINGLE_OBJECT:
            fingerprint = int.from_bytes(value[2:10], "little")
            return _decoded(value[10:], self._schema("%016x" % fingerprint), newest)
        if value[:1] == REGISTRY and self._registry:
            return _decoded(value[5:], self._registered(int.from_bytes(value[1:5], "big")), newest)
        raise ValueError("a record that starts with " + value[:2].hex())

    def write(self, topic, record):
        """The bytes of a dict. Fields left out take their defaults."""
        fingerprint = self._newest[topic]
        schema = self._schema(fingerprint)
        whole = {
            field.name: record.get(field.name, field.default if field.has_default else None)
            for field in schema.fields
        }
        out = io.BytesIO()
        out.write(SINGLE_OBJECT + int(fingerprint, 16).to_bytes(8, "little"))
        avro.io.DatumWriter(schema).write(whole, avro.io.BinaryEncoder(out))
        return out.getvalue()

    def _schema(self, fingerprint):
        if fingerprint not in self._schemas:
            file = self._released / (fingerprint + ".avsc")
            if not file.exists():
                raise LookupError(
                    "no schema %s in %s: it is of a later release, so get its schemas/released"
                    % (fingerprint, self._released)
                )
            self._schemas[fingerprint] = avro.schema.parse(file.read_text())
        return self._schemas[fingerprint]

    def _registered(self, number):
        if number not in self._schemas:
            request = urllib.request.Request("%s/schemas/ids/%d" % (self._registry, number))
            if "REGISTRY_AUTH" in os.environ:
                auth = base64.b64encode(os.environ["REGISTRY_AUTH"].encode()).decode()
                # Not to wherever the registry redirects to.
                request.add_unredirected_header("Authorization", "Basic " + auth)
            with urllib.request.urlopen(request, timeout=10) as answer:
                self._schemas[number] = avro.schema.parse(json.load(answer)["schema"])
        return self._schemas[number]


class _Reader(avro.io.DatumReader):
    """Reads a symbol of a later release as UNKNOWN, which Avro for Python refuses to do."""

    def read_enum(self, writers_schema, readers_schema, decoder):
        symbol = writers_schema.symbols[decoder.read_int()]
        return symbol if symbol in readers_schema.symbols else "UNKNOWN"


def _decoded(body, writer, reader):
    return _Reader(writer, reader).read(avro.io.BinaryDecoder(io.BytesIO(body)))
