#!/usr/bin/env node
// Receives triggers, "sends" each once by writing it to a log, and reports that as feedback.

import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import kafkajs from 'kafkajs';
import lz4 from 'lz4js';
import { Wire } from './wire.js';

const { CompressionCodecs, CompressionTypes, Kafka, Partitioners, logLevel } = kafkajs;

// kafkajs leaves LZ4, which the job writes with, to others.
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: async (encoder) => Buffer.from(lz4.compress(encoder.buffer)),
  decompress: async (buffer) => Buffer.from(lz4.decompress(buffer)),
});

const USAGE = `Usage: receive.js --bootstrap HOST:PORT [options]
  --prefix PREFIX    before each topic (kairos.)
  --group NAME       consumer group, behind the prefix (receiver)
  --log FILE         what was sent (sent.jsonl)
  --client FILE      JSON with more settings of kafkajs, such as ssl and sasl
  --registry URL     the schema registry, where one is used
  --schemas DIR      folder of the released schemas
  --clock wall|events  what tells whether a message is too late: events for a demo (wall)`;

function options() {
  const { values } = parseArgs({
    options: {
      bootstrap: { type: 'string' },
      prefix: { type: 'string', default: 'kairos.' },
      group: { type: 'string', default: 'receiver' },
      client: { type: 'string' },
      log: { type: 'string', default: 'sent.jsonl' },
      registry: { type: 'string' },
      schemas: {
        type: 'string',
        default: fileURLToPath(new URL('../../schemas/released', import.meta.url)),
      },
      clock: { type: 'string', default: 'wall' },
      help: { type: 'boolean' },
    },
  });
  if (values.help || !values.bootstrap || !['wall', 'events'].includes(values.clock)) {
    console.error(USAGE);
    process.exit(values.help ? 0 : 2);
  }
  return values;
}

/**
 * What was sent, a line each. It is also the memory of ids: a crash forgets neither or both. A line
 * that a crash left unfinished counts for nothing: what it is about was not sent.
 */
class Log {
  #valid = new Map();
  #file;

  constructor(path) {
    this.#file = openSync(path, 'a');
    const written = readFileSync(path);
    const finished = written.lastIndexOf('\n') + 1;
    for (const line of written.toString('utf8', 0, finished).split('\n').filter(Boolean)) {
      const { id, validUntil } = JSON.parse(line);
      this.#valid.set(id, validUntil);
    }
    ftruncateSync(this.#file, finished);
  }

  knows(trigger) {
    return this.#valid.has(trigger.id);
  }

  write(what, trigger) {
    const line = {
      what,
      id: trigger.id,
      validUntil: trigger.validUntil,
      customer: trigger.customerId,
      channel: trigger.channel,
      template: trigger.template,
      cancels: trigger.cancels,
    };
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    for (let at = 0; at < bytes.length; ) {
      at += writeSync(this.#file, bytes, at);
    }
    fsyncSync(this.#file);
    this.#valid.set(trigger.id, trigger.validUntil);
  }

  /** After its validUntil no id comes again. */
  forget(now) {
    for (const [id, until] of this.#valid) {
      if (until <= now) {
        this.#valid.delete(id);
      }
    }
  }

  close() {
    closeSync(this.#file);
  }
}

/** Whatever is not marked so, kafkajs tries again without end. */
function forGood(error) {
  throw Object.assign(error, { retriable: false });
}

/** Without the consumer the process would live on by its producer, and do nothing. */
function endUnlessItRestarts({ payload }) {
  if (!payload.restart) {
    console.error(`receive.js ends: ${payload.error.message}`);
    process.exit(1);
  }
}

class Receiver {
  #options;
  #wire;
  #log;
  #events = 0;
  #consumer;
  #feedback;

  constructor(given) {
    this.#options = given;
    this.#wire = new Wire(given.schemas, given.registry);
    this.#log = new Log(given.log);
    const kafka = new Kafka({
      brokers: given.bootstrap.split(','),
      logLevel: logLevel.WARN,
      retry: { retries: 20 },
      ...(given.client ? JSON.parse(readFileSync(given.client, 'utf8')) : {}),
    });
    this.#consumer = kafka.consumer({
      groupId: given.prefix + given.group,
      // Back soon after a crash.
      sessionTimeout: 10_000,
    });
    this.#consumer.on(this.#consumer.events.CRASH, endUnlessItRestarts);
    this.#feedback = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  }

  async run() {
    await Promise.all([this.#consumer.connect(), this.#feedback.connect()]);
    await this.#consumer.subscribe({
      topic: `${this.#options.prefix}triggers`,
      fromBeginning: true,
    });
    await this.#consumer.run({
      autoCommit: false,
      eachBatch: (batch) => this.#take(batch),
    });
  }

  async stop() {
    await this.#consumer.disconnect();
    await this.#feedback.disconnect();
    this.#log.close();
  }

  async #take({ batch, heartbeat, isRunning, isStale, commitOffsetsIfNecessary }) {
    const { topic, partition } = batch;
    const reports = [];
    let next = batch.firstOffset();
    try {
      for (const message of batch.messages) {
        if (!isRunning() || isStale()) {
          break;
        }
        const report = await this.#handle(message).catch(forGood);
        if (report) {
          reports.push(report);
        }
        next = (BigInt(message.offset) + 1n).toString();
        await heartbeat();
      }
    } finally {
      // Also before an error goes on: who takes the partition next is not to send it again.
      await this.#report(reports);
      // The consumer's own commitOffsets hides from kafkajs that the group has dropped this member.
      await commitOffsetsIfNecessary({
        topics: [{ topic, partitions: [{ partition, offset: next }] }],
      });
    }
    this.#log.forget(this.#now());
  }

  async #report(reports) {
    if (reports.length > 0) {
      await this.#feedback.send({ topic: `${this.#options.prefix}feedback`, messages: reports });
    }
  }

  async #handle(message) {
    if (message.headers['kairos-mode']?.toString() !== 'LIVE') {
      return undefined;
    }
    const trigger = await this.#wire.read('triggers', message.value);
    this.#events = Math.max(this.#events, trigger.eventTime);
    if (trigger.kind === 'SEND') {
      return this.#outcome(trigger, this.#send(trigger));
    }
    if (trigger.kind === 'CANCEL' && !this.#log.knows(trigger)) {
      // A sender with a queue takes the message out of it here.
      this.#log.write('CANCELLED', trigger);
    }
    return undefined;
  }

  /** Gives the status to report. A repeat is reported again: the first may have got lost. */
  #send(trigger) {
    if (this.#log.knows(trigger)) {
      return 'SENT';
    }
    if (trigger.validUntil <= this.#now()) {
      return 'DISCARDED';
    }
    this.#log.write('SENT', trigger);
    const line = `${trigger.channel} to ${trigger.customerId}: ${trigger.reason}`;
    // Texts of customers are not to drive the terminal.
    console.log(line.replace(/\p{Cc}/gu, ' '));
    return 'SENT';
  }

  #outcome(trigger, status) {
    const feedback = {
      triggerId: trigger.id,
      customerId: trigger.customerId,
      status,
      time: this.#now(),
      channel: trigger.channel,
    };
    return { key: trigger.customerId, value: this.#wire.write('feedback', feedback) };
  }

  #now() {
    return this.#options.clock === 'events' ? this.#events : Date.now();
  }
}

const receiver = new Receiver(options());
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await receiver.stop();
    process.exit(0);
  });
}
await receiver.run();
