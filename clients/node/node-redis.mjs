// node-redis with its defaults: node node-redis.mjs PORT
import assert from 'node:assert';
import { createClient } from 'redis';

const url = `redis://127.0.0.1:${process.argv[2]}`;
const client = createClient({ url });
await client.connect();
assert.equal(await client.ping(), 'PONG');
assert.equal(await client.set('node', '41'), 'OK');
assert.equal(await client.incr('node'), 42);
assert.equal(await client.get('node'), '42');
assert.equal(Number(await client.expire('node', 100)), 1);
assert.ok((await client.ttl('node')) >= 99);
const replies = await Promise.all(Array.from({ length: 1000 }, () => client.incr('node:pipe')));
replies.forEach((reply, i) => assert.equal(reply, replies[0] + i));
const multi = client.multi();
for (let i = 0; i < 1000; i++) multi.incr('node:multi');
assert.equal((await multi.exec()).length, 1000);
await client.close();
const again = createClient({ url });
await again.connect();
assert.equal(await again.get('node'), '42');
const listener = again.duplicate();
await listener.connect();
const heard = new Promise(resolve => listener.subscribe('node:news', resolve).then(() => again.publish('node:news', 'rain')));
assert.equal(await heard, 'rain');
await listener.close();
await again.close();
