# shellcheck shell=bash
# Temporal as in production: its server on Debian's PostgreSQL, with the same two settings as the development server.

DATABASE=/var/lib/slipway-testbed$NUMBER # the user postgres must be able to get there, which it may not below a home folder
DATABASE_PORT=7632
FRONTEND_PORT=7633

temporal-postgres_build() {
  go_program temporal-server go.temporal.io/server/cmd/server@v1.29.1
  go_program temporal-sql-tool go.temporal.io/server/cmd/tools/sql@v1.29.1
  temporal_build
  debian postgresql util-linux
}

temporal-postgres_up() {
  local port
  for port in 7633 7634 7635 7639 7643; do free_port $port temporal-postgres; done
  free_port $DATABASE_PORT postgres
  postgres_up
  postgres_database temporal temporal
  postgres_database temporal_visibility visibility
  mkdir -p "$RUN/temporal-postgres"
  sed -e "s|@DATABASE_PORT@|$DATABASE_PORT|" -e "s|@DYNAMIC@|$TESTBED/config/temporal-dynamic.yaml|" \
    "$TESTBED/config/temporal-postgres.yaml" >"$RUN/temporal-postgres/server.yaml"
  daemon temporal-postgres "$BIN/temporal-server" --root "$RUN" --config temporal-postgres --env server start
  await 60 temporal-postgres temporal_at $FRONTEND_PORT
  "$BIN/temporal" operator namespace describe -n default --address 127.0.0.1:$FRONTEND_PORT >/dev/null 2>&1 ||
    "$BIN/temporal" operator namespace create -n default --address 127.0.0.1:$FRONTEND_PORT >/dev/null
  await 30 temporal-postgres temporal-postgres_ready
}

postgres_bin() { find /usr/lib/postgresql -path '*/bin/postgres' -printf '%h\n' | sort -V | tail -n 1; }

postgres_up() {
  if [ ! -s "$DATABASE/PG_VERSION" ]; then
    install -d -o postgres -m 700 "$DATABASE"
    runuser -u postgres -- "$(postgres_bin)/initdb" -D "$DATABASE" --auth trust -E UTF8 >"$LOGS/initdb.log" 2>&1 ||
      die "PostgreSQL's initdb failed; its log is $LOGS/initdb.log"
  fi
  daemon postgres runuser -u postgres -- "$(postgres_bin)/postgres" -D "$DATABASE" -p $DATABASE_PORT -k "" -c listen_addresses=127.0.0.1
  await 30 postgres postgres_query postgres "select 1"
}

postgres_query() { psql -h 127.0.0.1 -p $DATABASE_PORT -U postgres -d "$1" -tAc "$2"; }

# postgres_database NAME SCHEMA: makes it with Temporal's tables, unless it has them.
postgres_database() {
  [ "$(postgres_query "$1" "select count(*) from schema_version" 2>/dev/null)" = 1 ] && return 0
  postgres_query postgres "select 1 from pg_roles where rolname = 'temporal'" | grep -q 1 ||
    postgres_query postgres "create role temporal login superuser password 'temporal'" >/dev/null
  local tool=("$BIN/temporal-sql-tool" --plugin postgres12 --ep 127.0.0.1 -p "$DATABASE_PORT" -u temporal --pw temporal --db "$1")
  {
    "${tool[@]}" create-database
    "${tool[@]}" setup-schema -v 0.0 && "${tool[@]}" update-schema --schema-name "postgresql/v12/$2"
  } >>"$LOGS/temporal-schema.log" 2>&1 || die "the tables of $1 could not be made; the log is $LOGS/temporal-schema.log"
}

temporal-postgres_ready() {
  alive temporal-postgres && temporal_at $FRONTEND_PORT &&
    "$BIN/temporal" workflow list -n default --address 127.0.0.1:$FRONTEND_PORT --command-timeout 5s
}

temporal-postgres_down() {
  stop temporal-postgres
  stop postgres
  rm -rf "$DATABASE"
}
