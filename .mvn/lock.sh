# Locks between processes, for ./slipway. Needs $cache (a folder that can be written) and say. A lock ends with the
# process that holds it, however it dies: by flock where there is one, else by a folder that names the process.

take_lock() { # take_lock NAME [nowait]: 1 when it cannot be had
  if command -v flock >/dev/null 2>&1; then
    { exec 9>"$cache/$1.lock"; } 2>/dev/null || return 1
    flock -n 9 && return 0
    if [ "${2:-}" = nowait ]; then exec 9>&-; return 1; fi
    say "another slipway is at it ($1), waiting ..."
    flock 9
    return
  fi
  local folder=$cache/$1.lock.d holder told='' nameless=0
  until mkdir "$folder" 2>/dev/null; do
    [ -d "$folder" ] || return 1
    holder=$(cat "$folder/pid" 2>/dev/null)
    if [ -z "$holder" ]; then nameless=$((nameless + 1)); fi
    if { [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; } || [ "$nameless" -ge 5 ]; then
      rm -rf "$folder"
      nameless=0
      continue
    fi
    [ "${2:-}" = nowait ] && [ -n "$holder" ] && return 1
    [ -n "$told" ] || say "another slipway is at it ($1), waiting ..."
    told=1
    sleep 1
  done
  echo "$$" >"$folder/pid"
}

leave_lock() { # leave_lock NAME
  { exec 9>&-; } 2>/dev/null
  rm -rf "$cache/$1.lock.d"
}
