"""redis-py with its defaults: python3 redis_py.py PORT"""
import sys

import redis

port = int(sys.argv[1])
client = redis.Redis(port=port)
assert client.ping()
assert client.set("py", "41")
assert client.incr("py") == 42
assert client.get("py") == b"42"
assert client.expire("py", 100)
assert 99 <= client.ttl("py") <= 100
with client.pipeline() as pipeline:
    for _ in range(1000):
        pipeline.incr("py:pipe")
    replies = pipeline.execute()
assert replies == list(range(replies[0], replies[0] + 1000))
client.connection_pool.disconnect()
assert client.get("py") == b"42"
listener = client.pubsub()
listener.subscribe("py:news")
assert listener.get_message(timeout=5)["type"] == "subscribe"
assert client.publish("py:news", "rain") == 1
assert listener.get_message(timeout=5)["data"] == b"rain"
