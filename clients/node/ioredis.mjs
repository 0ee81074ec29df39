// ioredis with its defaults: node ioredis.mjs PORT
import assert from 'node:assert';
import Redis from 'ioredis';

const port = Number(process.argv[2]);
const client = new Redis(port);
assert.equal(await client.ping(), 'PONG');
assert.equal(await client.set('io', '41'), 'OK');
assert.equal(await client.incr('io'), 42);
assert.equal(await client.get('io'), '42');
assert.equal(await client.expire('io', 100), 1);
assert.ok((await client.ttl('io')) >= 99);
const pipeline = client.pipeline();
for (let i = 0; i < 1000; i++) pipeline.incr('io:pipe');
const replies = await pipeline.exec();
replies.forEach(([error, reply], i) => assert.ok(error === null && reply === replies[0][1] + i));
client.disconnect(true);
assert.equal(await client.get('io'), '42');
const listener = new Redis(port);
await listener.subscribe('io:news');
const heard = new Promise(resolve => listener.on('message', (channel, message) => resolve(message)));
assert.equal(await client.publish('io:news', 'rain'), 1);
assert.equal(await heard, 'rain');
listener.disconnect();
client.disconnect();
