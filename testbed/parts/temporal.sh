# shellcheck shell=bash
# The Temporal CLI's development server with its UI, its data in a file, and the two settings that take a step from 100 ms
# to about 10.

TEMPORAL_PORT=${TEMPORAL_PORT:-$((7233 + 10 * NUMBER))}
TEMPORAL_UI_PORT=${TEMPORAL_UI_PORT:-$((8233 + 10 * NUMBER))}

temporal_build() {
  debian curl iproute2
  go_program temporal github.com/temporalio/cli/cmd/temporal@v1.5.1
}

temporal_up() {
  free_port "$TEMPORAL_PORT" temporal
  free_port "$TEMPORAL_UI_PORT" temporal
  daemon temporal "$BIN/temporal" server start-dev --ip 127.0.0.1 --port "$TEMPORAL_PORT" --ui-ip 127.0.0.1 \
    --ui-port "$TEMPORAL_UI_PORT" --db-filename "$RUN/temporal.db" --log-level warn \
    --dynamic-config-value history.transferProcessorMaxPollRPS=1000 \
    --dynamic-config-value system.enableActivityEagerExecution=true
  await 60 temporal temporal_ready
}

temporal_ready() {
  alive temporal &&
    temporal_at "$TEMPORAL_PORT" &&
    curl -sf "http://127.0.0.1:$TEMPORAL_UI_PORT/" -o /dev/null
}

# temporal_at PORT: whether a Temporal server answers there.
temporal_at() { "$BIN/temporal" operator cluster health --address "127.0.0.1:$1" --command-timeout 5s; }

temporal_down() { stop temporal; }
