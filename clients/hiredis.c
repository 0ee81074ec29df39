/* hiredis with its defaults: hiredis PORT */
#include <hiredis/hiredis.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void fail(const char *why) {
    fprintf(stderr, "%s\n", why);
    exit(1);
}

static redisContext *connect_to(int port) {
    redisContext *context = redisConnect("127.0.0.1", port);
    if (context == NULL || context->err) {
        fail("no connection");
    }
    return context;
}

static void expect_text(redisContext *context, const char *command, const char *text) {
    redisReply *reply = redisCommand(context, command);
    if (reply == NULL || reply->str == NULL || strcmp(reply->str, text) != 0) {
        fail(command);
    }
    freeReplyObject(reply);
}

static void expect_number(redisContext *context, const char *command, long long least, long long most) {
    redisReply *reply = redisCommand(context, command);
    if (reply == NULL || reply->type != REDIS_REPLY_INTEGER || reply->integer < least || reply->integer > most) {
        fail(command);
    }
    freeReplyObject(reply);
}

int main(int argc, char **argv) {
    int port = atoi(argv[argc - 1]);
    redisContext *context = connect_to(port);
    expect_text(context, "PING", "PONG");
    expect_text(context, "SET hi 41", "OK");
    expect_number(context, "INCR hi", 42, 42);
    expect_text(context, "GET hi", "42");
    expect_number(context, "EXPIRE hi 100", 1, 1);
    expect_number(context, "TTL hi", 99, 100);
    for (int i = 0; i < 1000; i++) {
        redisAppendCommand(context, "INCR hi:pipe");
    }
    for (int i = 0; i < 1000; i++) {
        redisReply *reply;
        if (redisGetReply(context, (void **) &reply) != REDIS_OK || reply->type != REDIS_REPLY_INTEGER) {
            fail("pipeline");
        }
        freeReplyObject(reply);
    }
    redisFree(context);
    context = connect_to(port);
    expect_text(context, "GET hi", "42");
    redisFree(context);
    return 0;
}
