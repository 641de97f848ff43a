-- Where the letters of a mailbox go out.
CREATE TABLE submissions (
	mailbox  TEXT PRIMARY KEY NOT NULL REFERENCES mailboxes (id) ON DELETE CASCADE,
	host     TEXT NOT NULL,
	port     INTEGER NOT NULL,
	security TEXT NOT NULL,
	user     TEXT NOT NULL DEFAULT '',
	ca       BLOB,
	copy     INTEGER NOT NULL DEFAULT 0 CHECK (copy IN (0, 1))
) STRICT, WITHOUT ROWID;

-- Letters that went out under a Message-ID of ours. A letter is stored as sending
-- before the connection is opened, so that no crash can send it twice.
CREATE TABLE sendings (
	n           INTEGER PRIMARY KEY,
	id          TEXT NOT NULL UNIQUE,
	application TEXT NOT NULL REFERENCES applications (id),
	item        TEXT NOT NULL,
	way         TEXT NOT NULL,
	mailbox     TEXT NOT NULL DEFAULT '',
	message_id  TEXT NOT NULL UNIQUE,
	relayed     TEXT NOT NULL DEFAULT '',
	recipient   TEXT NOT NULL DEFAULT '',
	subject     TEXT NOT NULL DEFAULT '',
	body        TEXT NOT NULL DEFAULT '',
	in_reply_to TEXT NOT NULL DEFAULT '',
	state       TEXT NOT NULL,
	why         TEXT NOT NULL DEFAULT '',
	begun       INTEGER NOT NULL,
	due         INTEGER,
	ended       INTEGER,
	event       TEXT NOT NULL DEFAULT '',
	copy        INTEGER NOT NULL DEFAULT 0 CHECK (copy IN (0, 1)),
	anyway      INTEGER NOT NULL DEFAULT 0 CHECK (anyway IN (0, 1)),
	seq         INTEGER NOT NULL DEFAULT 0,
	questions   TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(questions))
) STRICT;
CREATE INDEX sendings_application ON sendings (application, item);
-- One letter at a time for an item: a second one is refused by the file itself.
CREATE UNIQUE INDEX sendings_open ON sendings (application, item) WHERE state IN ('waiting', 'sending', 'looking', 'asked');
