SELECT id, item FROM lakehouse.flink_modes.cargo WHERE rollout = '${ROLLOUT}' ORDER BY id;
