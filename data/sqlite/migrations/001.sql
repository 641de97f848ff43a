-- Instants are microseconds since 1970 in UTC, NULL when unknown; days are
-- YYYY-MM-DD, '' when unknown; ids are UUIDv7 text.
CREATE TABLE applications (
	n             INTEGER PRIMARY KEY, -- the row of the search index
	id            TEXT NOT NULL UNIQUE,
	company       TEXT NOT NULL,
	role          TEXT NOT NULL DEFAULT '',
	employer_zone TEXT NOT NULL DEFAULT '',
	country       TEXT NOT NULL DEFAULT '',
	source        TEXT NOT NULL DEFAULT '',
	policy        TEXT NOT NULL DEFAULT '',
	promised_by   TEXT NOT NULL DEFAULT '',
	promised_text TEXT NOT NULL DEFAULT '',
	holidays      TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(holidays)),
	notes         TEXT NOT NULL DEFAULT '',
	added         INTEGER,
	updated       INTEGER,
	state         TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'closed', 'archived', 'deleted')),
	close_reason  TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE interviews (
	n           INTEGER PRIMARY KEY,
	id          TEXT NOT NULL UNIQUE,
	application TEXT NOT NULL REFERENCES applications (id),
	start       INTEGER,
	"end"       INTEGER,
	date        TEXT NOT NULL DEFAULT '',
	zone        TEXT NOT NULL DEFAULT '',
	kind        TEXT NOT NULL DEFAULT '',
	place       TEXT NOT NULL DEFAULT '',
	uid         TEXT NOT NULL DEFAULT '',
	notes       TEXT NOT NULL DEFAULT '',
	void        INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)) -- its interview_added is undone
) STRICT;
CREATE INDEX interviews_application ON interviews (application);

CREATE TABLE people (
	n         INTEGER PRIMARY KEY,
	id        TEXT NOT NULL UNIQUE,
	name      TEXT NOT NULL DEFAULT '',
	preferred TEXT NOT NULL DEFAULT '',
	honorific TEXT NOT NULL DEFAULT '',
	job       TEXT NOT NULL DEFAULT '',
	kind      TEXT NOT NULL DEFAULT '',
	addresses TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(addresses)),
	shared    INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1))
) STRICT;

-- Finds people by address; written whenever people.addresses is.
CREATE TABLE addresses (
	address TEXT NOT NULL,
	person  TEXT NOT NULL REFERENCES people (id),
	PRIMARY KEY (address, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX addresses_person ON addresses (person);

CREATE TABLE interview_people (
	interview TEXT NOT NULL REFERENCES interviews (id),
	person    TEXT NOT NULL REFERENCES people (id),
	topic     TEXT NOT NULL DEFAULT '',
	position  INTEGER NOT NULL,
	PRIMARY KEY (interview, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX interview_people_person ON interview_people (person);

CREATE TABLE application_people (
	application TEXT NOT NULL REFERENCES applications (id),
	person      TEXT NOT NULL REFERENCES people (id),
	kind        TEXT NOT NULL DEFAULT '',
	position    INTEGER NOT NULL,
	PRIMARY KEY (application, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX application_people_person ON application_people (person);

CREATE TABLE events (
	seq         INTEGER PRIMARY KEY,
	id          TEXT NOT NULL UNIQUE,
	application TEXT NOT NULL REFERENCES applications (id),
	type        TEXT NOT NULL,
	at          INTEGER NOT NULL,
	filed       INTEGER NOT NULL,
	source      TEXT NOT NULL DEFAULT '',
	why         TEXT NOT NULL DEFAULT '',
	message     TEXT NOT NULL DEFAULT '',
	item        TEXT NOT NULL DEFAULT '',
	target      TEXT NOT NULL DEFAULT '',
	detail      TEXT CHECK (detail IS NULL OR json_valid(detail))
) STRICT;
CREATE INDEX events_application ON events (application, at, seq);
CREATE INDEX events_target ON events (target, type);

CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER events_are_never_removed BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
-- INSERT OR REPLACE would remove without running the trigger above.
CREATE TRIGGER events_are_never_replaced BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.id OR seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'events are never replaced'); END;

CREATE TABLE mailboxes (
	n         INTEGER PRIMARY KEY,
	id        TEXT NOT NULL UNIQUE,
	email     TEXT NOT NULL,
	host      TEXT NOT NULL DEFAULT '',
	port      INTEGER NOT NULL DEFAULT 0,
	security  TEXT NOT NULL DEFAULT '',
	user      TEXT NOT NULL DEFAULT '',
	ca        BLOB,
	state     TEXT NOT NULL DEFAULT '',
	detail    TEXT NOT NULL DEFAULT '',
	last_sync INTEGER,
	since     TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE folders (
	mailbox     TEXT NOT NULL REFERENCES mailboxes (id) ON DELETE CASCADE,
	name        TEXT NOT NULL,
	role        TEXT NOT NULL DEFAULT '',
	uidvalidity INTEGER NOT NULL DEFAULT 0,
	uidnext     INTEGER NOT NULL DEFAULT 0,
	PRIMARY KEY (mailbox, name)
) STRICT, WITHOUT ROWID;

-- An account is the address of the mailbox, which outlives a mailbox that is
-- forgotten and connected again; '' for mails that the user dropped.
CREATE TABLE messages (
	n           INTEGER PRIMARY KEY,
	id          TEXT NOT NULL UNIQUE,
	account     TEXT NOT NULL,
	key         TEXT NOT NULL CHECK (key <> ''),
	mailbox     TEXT NOT NULL DEFAULT '',
	folder      TEXT NOT NULL DEFAULT '',
	uid         INTEGER NOT NULL DEFAULT 0,
	application TEXT REFERENCES applications (id),
	sender      TEXT NOT NULL DEFAULT '',
	subject     TEXT NOT NULL DEFAULT '',
	date        INTEGER,
	arrived     INTEGER,
	class       TEXT NOT NULL DEFAULT '',
	action      TEXT NOT NULL DEFAULT '',
	reason      TEXT NOT NULL DEFAULT '',
	excerpt     TEXT NOT NULL DEFAULT '',
	answer      TEXT NOT NULL DEFAULT '',
	detail      TEXT CHECK (detail IS NULL OR json_valid(detail)),
	UNIQUE (account, key)
) STRICT;
CREATE INDEX messages_application ON messages (application, arrived);
CREATE INDEX messages_arrived ON messages (arrived);
CREATE INDEX messages_open ON messages (arrived) WHERE answer = '' AND action IN ('review', 'suggest');

-- Mails that matched nothing: no more of them is kept than this.
CREATE TABLE seen (
	mailbox     TEXT NOT NULL REFERENCES mailboxes (id) ON DELETE CASCADE,
	folder      TEXT NOT NULL,
	uidvalidity INTEGER NOT NULL,
	uid         INTEGER NOT NULL,
	hash        TEXT NOT NULL, -- keyed, so that it tells nothing without the key
	PRIMARY KEY (mailbox, folder, uidvalidity, uid)
) STRICT, WITHOUT ROWID;

CREATE TABLE sender_rules (
	address     TEXT NOT NULL,
	application TEXT NOT NULL DEFAULT '', -- '' for all
	verdict     TEXT NOT NULL CHECK (verdict IN ('always', 'never')),
	PRIMARY KEY (address, application)
) STRICT, WITHOUT ROWID;

CREATE TABLE letters (
	application TEXT NOT NULL REFERENCES applications (id),
	item        TEXT NOT NULL,
	recipient   TEXT NOT NULL DEFAULT '',
	subject     TEXT NOT NULL DEFAULT '',
	body        TEXT NOT NULL DEFAULT '',
	tone        TEXT NOT NULL DEFAULT '',
	in_reply_to TEXT NOT NULL DEFAULT '',
	message_id  TEXT NOT NULL DEFAULT '',
	kept        TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(kept)),
	edited      INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1)),
	opened      INTEGER,
	saved       INTEGER,
	PRIMARY KEY (application, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
	name  TEXT PRIMARY KEY NOT NULL,
	value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

-- One row an application, with its n as rowid; written by the program.
CREATE VIRTUAL TABLE search USING fts5 (
	company, role, people,
	tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
