-- What was mentioned by a notification: an item at an instant, once and for all
-- (schedule.md 16.2). Not a fact of the application, so not an event.
CREATE TABLE notices (
	application TEXT NOT NULL REFERENCES applications (id),
	item        TEXT NOT NULL,
	instant     INTEGER NOT NULL, -- microseconds since 1970, UTC
	overdue     INTEGER NOT NULL CHECK (overdue IN (0, 1)),
	fired       INTEGER NOT NULL, -- microseconds since 1970, UTC
	PRIMARY KEY (application, item, instant, overdue)
) STRICT, WITHOUT ROWID;
