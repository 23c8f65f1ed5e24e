// The three forms of a record on a topic of Kairos: single-object Avro, registry Avro and JSON.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import avro from 'avsc';

/** Reads records in any form, and writes single-object Avro with the newest released schema. */
export class Wire {
  #released;
  #registry;
  #types = new Map();
  #resolvers = new Map();
  #newest;

  /** released: folder with the released schemas. registry: its address, undefined for none. */
  constructor(released, registry) {
    this.#released = released;
    this.#registry = registry;
    const known = JSON.parse(readFileSync(join(released, 'fingerprints.json'), 'utf8'));
    this.#newest = new Map(known.map((entry) => [entry.topic, entry.fingerprint]));
  }

  /** A record as an object. Fails on bytes that are none of the three forms. */
  async read(topic, value) {
    const reader = this.#type(this.#newest.get(topic));
    if (value[0] === 0x7b) {
      return JSON.parse(value.toString('utf8'));
    }
    if (value[0] === 0xc3 && value[1] === 0x01) {
      const fingerprint = value.readBigUInt64LE(2).toString(16).padStart(16, '0');
      return this.#decoded(value.subarray(10), this.#type(fingerprint), reader);
    }
    if (value[0] === 0x00 && this.#registry) {
      const writer = await this.#registered(value.readUInt32BE(1));
      return this.#decoded(value.subarray(5), writer, reader);
    }
    throw new Error(`a record that starts with ${value.toString('hex', 0, 2)}`);
  }

  /** The bytes of an object. Fields left out take their defaults. */
  write(topic, record) {
    const fingerprint = this.#newest.get(topic);
    const head = Buffer.alloc(10);
    head.writeUInt16BE(0xc301);
    head.writeBigUInt64LE(BigInt(`0x${fingerprint}`), 2);
    return Buffer.concat([head, this.#type(fingerprint).toBuffer(record)]);
  }

  #decoded(body, writer, reader) {
    if (!this.#resolvers.has(writer)) {
      this.#resolvers.set(writer, reader.createResolver(writer));
    }
    return reader.fromBuffer(body, this.#resolvers.get(writer));
  }

  #type(fingerprint) {
    if (!this.#types.has(fingerprint)) {
      const file = join(this.#released, `${fingerprint}.avsc`);
      if (!existsSync(file)) {
        throw new Error(
          `no schema ${fingerprint} in ${this.#released}: it is of a later release, so get its schemas/released`,
        );
      }
      this.#types.set(fingerprint, avro.Type.forSchema(JSON.parse(readFileSync(file, 'utf8'))));
    }
    return this.#types.get(fingerprint);
  }

  async #registered(id) {
    if (!this.#types.has(id)) {
      const auth = process.env.REGISTRY_AUTH;
      const headers = auth ? { Authorization: `Basic ${Buffer.from(auth).toString('base64')}` } : {};
      const answer = await fetch(`${this.#registry}/schemas/ids/${id}`, {
        headers,
        signal: AbortSignal.timeout(10_000),
      }).catch((silence) => {
        throw new Error(`the registry gives no answer for schema ${id}: ${silence.cause ?? silence}`);
      });
      if (!answer.ok) {
        throw new Error(`the registry answers ${answer.status} for schema ${id}`);
      }
      const { schema } = await answer.json();
      this.#types.set(id, avro.Type.forSchema(JSON.parse(schema)));
    }
    return this.#types.get(id);
  }
}
