# The runner with a Java runtime of its own, and of Debian only the libraries that these need:
#   docker build -t mini-redis-spec .
#   docker run --rm mini-redis-spec run --address host.docker.internal:6379
# ARCHIVE=given takes the archive that `mvn -Pdist package` has left in spec-tests/target instead of building it.
ARG BASE=debian:bookworm-slim
ARG ARCHIVE=built

FROM ${BASE} AS built
RUN apt-get update -qq \
    && apt-get install -y -qq --no-install-recommends openjdk-17-jdk-headless maven \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN mvn --batch-mode --quiet -Pdist -Dmaven.test.skip=true package && mv spec-tests/target/mini-redis-spec-*.tar.gz /archive.tar.gz

FROM ${BASE} AS given
COPY spec-tests/target/mini-redis-spec-*.tar.gz /archive.tar.gz

FROM ${ARCHIVE} AS image
WORKDIR /image
RUN mkdir -p opt/mini-redis-spec etc tmp work \
    && tar -xzf /archive.tar.gz -C opt/mini-redis-spec --strip-components=1 \
    && find opt/mini-redis-spec/runtime \( -name java -o -name '*.so' \) -exec ldd {} + \
        | awk '$3 ~ /^\/(usr\/)?lib/ { print $3 } $1 ~ /ld-linux/ { print $1 }' | sort -u | xargs cp --dereference --parents -t . \
    && echo 'spec:x:1000:1000::/work:' > etc/passwd \
    && chmod 1777 tmp && chown 1000:1000 work

FROM scratch
COPY --from=image /image /
USER 1000:1000
WORKDIR /work
# As bin/mini-redis-spec of the archive, which needs a shell.
ENTRYPOINT ["/opt/mini-redis-spec/runtime/bin/java", "-XX:SharedArchiveFile=/opt/mini-redis-spec/lib/classes.jsa", "-Xlog:disable", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-jar", "/opt/mini-redis-spec/lib/mini-redis-spec.jar"]
CMD ["--help"]
