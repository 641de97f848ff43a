-- The draft that the words of a letter grew from, so that another tone or a new
-- note changes only what the user left as it was.
ALTER TABLE letters ADD COLUMN short INTEGER NOT NULL DEFAULT 0 CHECK (short IN (0, 1));
ALTER TABLE letters ADD COLUMN base_subject TEXT NOT NULL DEFAULT '';
ALTER TABLE letters ADD COLUMN base_body TEXT NOT NULL DEFAULT '';

-- The words for another way than mail: an invitation, a card, a call.
CREATE TABLE letter_texts (
	application TEXT NOT NULL REFERENCES applications (id),
	item        TEXT NOT NULL,
	channel     TEXT NOT NULL,
	body        TEXT NOT NULL,
	saved       INTEGER,
	PRIMARY KEY (application, item, channel)
) STRICT, WITHOUT ROWID;

-- What is being typed into the notes on a round and is not yet an event of its
-- application.
CREATE TABLE typed (
	application TEXT NOT NULL REFERENCES applications (id),
	round       TEXT NOT NULL,
	name        TEXT NOT NULL,
	value       TEXT NOT NULL,
	PRIMARY KEY (application, round, name)
) STRICT, WITHOUT ROWID;
