-- Everybody of an application that is not deleted, in the order of a list of
-- people. Rows with one name and an address in common are one contact, named by
-- the first of them; written by the program whenever a fact behind it is.
CREATE TABLE contacts (
	n    INTEGER PRIMARY KEY REFERENCES people (n),
	id   TEXT NOT NULL,
	sort TEXT NOT NULL, -- the name, folded
	lead INTEGER NOT NULL,
	keep INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX contacts_sort ON contacts (sort, n);
CREATE INDEX contacts_lead ON contacts (lead);

-- One row a row of contacts, with its n as rowid.
CREATE VIRTUAL TABLE contact_search USING fts5 (
	name, job, companies, addresses,
	tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
