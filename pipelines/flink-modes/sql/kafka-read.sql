-- Of messages that were written twice, as after a lost worker, each is counted once.
SELECT DISTINCT id, item FROM messages WHERE rollout = '${ROLLOUT}' ORDER BY id;
