package clients;

import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisFuture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.redisson.Redisson;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisProtocol;

/** One Java library against one server: {@code Main jedis-resp3 6379}. Exits with 0 if it works as with Redis. */
public final class Main {
    private static final String HOST = "127.0.0.1";
    private static final int PIPELINE = 1000;

    private Main() {}

    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[1]);
        switch (args[0]) {
            case "jedis-resp2" -> jedis(port, RedisProtocol.RESP2);
            case "jedis-resp3" -> jedis(port, RedisProtocol.RESP3);
            case "jedis-default" -> jedisClient(port);
            case "jedis-pubsub" -> jedisPubSub(port);
            case "lettuce" -> lettuce(port);
            case "redisson" -> redisson(port);
            default -> throw new IllegalArgumentException(args[0]);
        }
        System.exit(0);
    }

    private static void jedis(int port, RedisProtocol protocol) {
        var config = DefaultJedisClientConfig.builder().protocol(protocol).build();
        try (var jedis = new Jedis(new HostAndPort(HOST, port), config)) {
            require("PONG", jedis.ping());
            require("OK", jedis.set("jedis", "41"));
            require(42L, jedis.incr("jedis"));
            require("42", jedis.get("jedis"));
            require(null, jedis.get("jedis:nothing"));
            require(1L, jedis.expire("jedis", 100));
            require(true, jedis.ttl("jedis") >= 99);
            var pipeline = jedis.pipelined();
            for (int i = 0; i < PIPELINE; i++) {
                pipeline.incr("jedis:pipe");
            }
            require(PIPELINE, pipeline.syncAndReturnAll().size());
            jedis.disconnect();
        }
        try (var again = new Jedis(new HostAndPort(HOST, port), config)) {
            require("42", again.get("jedis"));
        }
    }

    private static void jedisClient(int port) {
        try (var client = RedisClient.create(HOST, port)) {
            require("OK", client.set("jedis:client", "41"));
            require(42L, client.incr("jedis:client"));
            require("42", client.get("jedis:client"));
        }
    }

    private static void jedisPubSub(int port) throws Exception {
        var subscribed = new CountDownLatch(2);
        var heard = new CompletableFuture<String>();
        var heardByPattern = new CompletableFuture<String>();
        var listener = new JedisPubSub() {
            @Override
            public void onSubscribe(String channel, int count) {
                subscribed.countDown();
                psubscribe("jedis:n*");
            }

            @Override
            public void onPSubscribe(String pattern, int count) {
                subscribed.countDown();
            }

            @Override
            public void onMessage(String channel, String message) {
                heard.complete(message);
            }

            @Override
            public void onPMessage(String pattern, String channel, String message) {
                heardByPattern.complete(pattern + message);
                unsubscribe();
                punsubscribe();
            }
        };
        var thread = new Thread(() -> {
            try (var jedis = new Jedis(HOST, port)) {
                jedis.subscribe(listener, "jedis:news");
            }
        });
        thread.start();
        require(true, subscribed.await(10, TimeUnit.SECONDS));
        try (var jedis = new Jedis(HOST, port)) {
            require(2L, jedis.publish("jedis:news", "rain"));
        }
        require("rain", heard.get(10, TimeUnit.SECONDS));
        require("jedis:n*rain", heardByPattern.get(10, TimeUnit.SECONDS));
        thread.join(10_000);
        require(false, thread.isAlive());
    }

    private static void lettuce(int port) {
        var client = io.lettuce.core.RedisClient.create("redis://" + HOST + ":" + port);
        try (var connection = client.connect()) {
            var sync = connection.sync();
            require("PONG", sync.ping());
            require("OK", sync.set("lettuce", "41"));
            require(42L, sync.incr("lettuce"));
            require("42", sync.get("lettuce"));
            require(true, sync.expire("lettuce", 100));
            require(true, sync.ttl("lettuce") >= 99);
            List<RedisFuture<Long>> futures = new ArrayList<>();
            for (int i = 0; i < PIPELINE; i++) {
                futures.add(connection.async().incr("lettuce:pipe"));
            }
            require(true, LettuceFutures.awaitAll(Duration.ofSeconds(20), futures.toArray(RedisFuture[]::new)));
        }
        try (var again = client.connect()) {
            require("42", again.sync().get("lettuce"));
        }
        client.shutdown();
    }

    private static void redisson(int port) {
        var config = new Config();
        config.useSingleServer().setAddress("redis://" + HOST + ":" + port);
        for (int i = 0; i < 2; i++) { // the second time is the reconnect
            var redisson = Redisson.create(config);
            var bucket = redisson.getBucket("redisson", StringCodec.INSTANCE);
            bucket.set("41");
            require("41", bucket.get());
            require(42L, redisson.getAtomicLong("redisson").incrementAndGet());
            // Not bucket.expire: that is a script in Lua, which these servers don't run.
            require(true, redisson.getKeys().expire("redisson", 100, TimeUnit.SECONDS));
            require(true, bucket.remainTimeToLive() > 90_000);
            var batch = redisson.createBatch();
            for (int j = 0; j < PIPELINE; j++) {
                batch.getAtomicLong("redisson:pipe").incrementAndGetAsync();
            }
            require(PIPELINE, batch.execute().getResponses().size());
            redisson.shutdown();
        }
    }

    private static void require(Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new AssertionError("expected " + expected + ", got " + actual);
        }
    }
}
