-- Events that came together, such as those of an imported file, and are undone
-- together.
ALTER TABLE events ADD COLUMN batch TEXT NOT NULL DEFAULT '';
CREATE INDEX events_batch ON events (batch) WHERE batch <> '';
