SET 'execution.runtime-mode' = 'batch';
SELECT COUNT(*), SUM(id) FROM events WHERE note = 'a note; with a semicolon';
