# shellcheck shell=bash
# Daemons of the test bed: one log and one process-id file each. A recorded process counts only while it runs the
# program it was started as: ids are used again. A daemon does not keep the lock (9) of the command that starts it.

# alive NAME
alive() {
  local pid program
  { read -r pid && read -r program; } 2>/dev/null <"$RUN/pids/$1" || return 1
  [ "$(tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | cut -c "1-${#program}")" = "$program" ]
}

# daemon NAME PROGRAM ARGUMENT...: starts it on the machine, unless it runs.
daemon() {
  local name=$1
  shift
  alive "$name" && return 0
  (cd "$RUN" && exec setsid "$@" </dev/null >>"$LOGS/$name.log" 2>&1 9>&-) &
  printf '%s\n%s\n' $! "$1" >"$RUN/pids/$name"
}

# node_daemon NAME PROGRAM ARGUMENT...: the same inside the network namespace. `ip netns exec` would also mount /sys anew,
# and the kubelet would find no cgroups there.
node_daemon() {
  local name=$1
  shift
  alive "$name" && return 0
  (cd "$RUN" && exec setsid nsenter --net="/run/netns/$NETNS" "$@" </dev/null >>"$LOGS/$name.log" 2>&1 9>&-) &
  printf '%s\n%s\n' $! "$1" >"$RUN/pids/$name"
}

# stop NAME: asks it to end, and after 15 s makes it.
stop() {
  local pid i
  if alive "$1"; then
    read -r pid <"$RUN/pids/$1"
    kill "$pid" 2>/dev/null
    for ((i = 0; i < 150; i++)); do
      alive "$1" || break
      sleep 0.1
    done
    alive "$1" && kill -9 "$pid" 2>/dev/null
  fi
  rm -f "$RUN/pids/$1"
}

# await SECONDS NAME COMMAND...: until the command succeeds. It gives up at once when the daemon NAME has ended (- for
# none), and shows the end of its log.
await() {
  local limit=$1 name=$2 end=$((SECONDS + $1))
  shift 2
  until "$@" >/dev/null 2>&1; do
    if [ "$name" != - ] && ! alive "$name" && ! { sleep 1; alive "$name"; }; then
      tail -n 15 "$LOGS/$name.log" >&2
      die "$name has ended; its log is $LOGS/$name.log. Mend what it names and run testbed/up again"
    fi
    if [ "$SECONDS" -ge "$end" ]; then
      [ "$name" = - ] || tail -n 15 "$LOGS/$name.log" >&2
      die "not ready after $limit s: $*"
    fi
    sleep 0.3
  done
}

# free_port PORT NAME: nobody may listen on that port of the machine but the daemon NAME.
free_port() {
  alive "$2" && return 0
  local holder
  holder=$(ss -Hltnp "sport = :$1" | sed -n 's/.*users:(("\([^"]*\)",pid=\([0-9]*\).*/\1 (process \2)/p' | head -n 1)
  if [ -n "$(ss -Hltn "sport = :$1")" ]; then
    die "port $1, which $2 wants, is taken by ${holder:-another program}: stop it and run testbed/up again"
  fi
}
