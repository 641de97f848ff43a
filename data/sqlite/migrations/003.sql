-- How many days after the last contact a person wants to hear again: 0 is off.
ALTER TABLE people ADD COLUMN keep_in_touch INTEGER NOT NULL DEFAULT 0 CHECK (keep_in_touch IN (0, 90, 180));
