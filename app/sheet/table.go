// Package sheet reads the spreadsheet in which somebody kept their interviews so
// far: a CSV file in any encoding, with any separator and headings of their own.
//
// It is pure: it is given bytes and the current time, and reads no clock, no
// file and no network.
package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"afterword/data"
)

// The limits of a table; a file beyond them is refused, not cut.
const (
	maxRows    = 200_000
	maxColumns = 200
)

// A Table is a file taken apart, before anything is known of its columns. All
// texts are UTF-8 without blanks around them.
type Table struct {
	Headings []string
	Rows     []Line
}

// A Line is one row below the headings; it has as many cells as there are
// headings.
type Line struct {
	Number int // of the line in the file, from 1
	Cells  []string
}

// Read takes a CSV file (RFC 4180) apart. It knows UTF-8, UTF-16 with a byte
// order mark, and Windows-1252 for the rest; commas, semicolons, tabs and bars
// between the cells; and the line "sep=;" that Excel writes. Errors wrap
// data.ErrInvalid and say what to do.
func Read(b []byte) (Table, error) {
	if bytes.HasPrefix(b, []byte("PK\x03\x04")) || bytes.HasPrefix(b, []byte("\xd0\xcf\x11\xe0")) {
		return Table{}, fmt.Errorf("this is a workbook; save it as CSV in your spreadsheet program and open that file: %w", data.ErrInvalid)
	}
	text, err := decode(b)
	if err != nil {
		return Table{}, err
	}
	comma := ','
	if first, rest, _ := strings.Cut(text, "\n"); strings.HasPrefix(strings.ToLower(first), "sep=") && len(first) > 4 {
		comma, text = rune(first[4]), rest
	} else {
		comma = separator(text)
	}
	return take(text, comma)
}

// decode makes UTF-8 of the bytes.
func decode(b []byte) (string, error) {
	var from encoding.Encoding
	switch {
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}), bytes.HasPrefix(b, []byte{0xFE, 0xFF}):
		from = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
	case utf8.Valid(b):
		from = unicode.UTF8BOM
	default:
		from = charmap.Windows1252
	}
	text, err := from.NewDecoder().Bytes(b)
	if err != nil || bytes.IndexByte(text, 0) >= 0 {
		return "", fmt.Errorf("the text of this file cannot be read; save it as CSV in UTF-8: %w", data.ErrInvalid)
	}
	return string(text), nil
}

// separator returns the sign that parts the first lines into the most columns,
// the same number in each.
func separator(text string) rune {
	best, most := ',', 1
	for _, comma := range []rune{',', ';', '\t', '|'} {
		r := reader(text, comma)
		columns := 0
		for range 20 {
			record, err := r.Read()
			if err != nil {
				break
			}
			if columns == 0 || len(record) < columns {
				columns = len(record)
			}
		}
		if columns > most {
			best, most = comma, columns
		}
	}
	return best
}

func reader(text string, comma rune) *csv.Reader {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = comma, true, -1, true
	return r
}

func take(text string, comma rune) (Table, error) {
	var t Table
	r := reader(text, comma)
	for {
		record, err := r.Read()
		switch {
		case errors.Is(err, io.EOF):
			if len(t.Headings) == 0 {
				return t, fmt.Errorf("this file has no rows: %w", data.ErrInvalid)
			}
			return t, nil
		case err != nil:
			return t, fmt.Errorf("this is not a CSV file: %v: %w", err, data.ErrInvalid)
		case len(record) > maxColumns || len(t.Rows) > maxRows:
			return t, fmt.Errorf("at most %d columns and %d rows are read: %w", maxColumns, maxRows, data.ErrInvalid)
		}
		number, _ := r.FieldPos(0)
		t.add(number, record)
	}
}

// add takes one record; the first one that is not empty holds the headings.
func (t *Table) add(number int, record []string) {
	cells := make([]string, max(len(record), len(t.Headings)))
	empty := true
	for i, c := range record {
		cells[i] = strings.TrimSpace(c)
		empty = empty && cells[i] == ""
	}
	switch {
	case empty:
	case t.Headings == nil:
		t.Headings = cells
	default:
		for len(t.Headings) < len(cells) {
			t.Headings = append(t.Headings, "") // a cell without a heading is still the user's
		}
		t.Rows = append(t.Rows, Line{number, cells})
	}
}
