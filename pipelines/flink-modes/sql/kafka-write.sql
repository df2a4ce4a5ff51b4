INSERT INTO messages VALUES
  ('${ROLLOUT}', 1, 'anchor'),
  ('${ROLLOUT}', 2, 'rope'),
  ('${ROLLOUT}', 3, 'sail');
