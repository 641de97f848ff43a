package desk

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"afterword/app/sheet"
	"afterword/data"
	"afterword/data/sqlite"
)

// A SheetReading is a spreadsheet as it would be taken over.
type SheetReading struct {
	Table   sheet.Table
	Mapping sheet.Mapping
	Style   sheet.Style
	Rows    []SheetRow
	Old     int // rows that would be added, and whose interview is long ago without an answer
}

// A SheetRow is one line with what becomes of it.
type SheetRow struct {
	sheet.Row
	Does Does
	old  bool
}

// Does says what becomes of a line of a spreadsheet.
type Does string

// What becomes of a line.
const (
	DoesAdd     Does = "add"     // a new application
	DoesRound   Does = "round"   // a further interview of one that is there
	DoesKnown   Does = "known"   // skipped: it is there already
	DoesTwice   Does = "twice"   // skipped: the file has it before
	DoesCompany Does = "company" // skipped: no company
)

// An Imported says what came of a file.
type Imported struct {
	Batch          data.ID // takes it all back; "" when nothing was added
	Added, Changed int
}

// oldAfter is how many days after the interview somebody who brings a
// spreadsheet hardly means to write any more.
const oldAfter = 60

// ReadSheet reads a CSV file. m says what its columns mean, nil lets them be
// guessed; style how its days are written, nil likewise. Errors wrap
// data.ErrInvalid.
func (d *Desk) ReadSheet(ctx context.Context, file []byte, m sheet.Mapping, style *sheet.Style) (SheetReading, error) {
	t, err := sheet.Read(file)
	if err != nil {
		return SheetReading{}, err
	}
	r, err := d.Reader(ctx)
	if err != nil {
		return SheetReading{}, err
	}
	s := SheetReading{Table: t, Mapping: m}
	if m == nil {
		s.Mapping = sheet.Guess(t)
	}
	if s.Style = sheet.StyleOf(t, s.Mapping, r.DayFirst); style != nil {
		s.Style = *style
	}
	r.DayFirst = s.Style.DayFirst
	return d.judgeRows(ctx, s, sheet.Rows(t, s.Mapping, r))
}

// ReadMeetings reads the meetings of calendar objects or mails as the rows of a
// sheet, one for each invitation.
func (d *Desk) ReadMeetings(ctx context.Context, all []Invitation) (SheetReading, error) {
	var rows []sheet.Row
	for i, inv := range all {
		row := sheet.Row{
			Number: i + 1, Company: inv.Company.Value, Role: inv.Role.Value, Kind: inv.Kind.Value, Place: inv.Place.Value,
			Start: inv.When.Start, End: inv.When.End, Date: inv.When.Date, Zone: inv.When.Zone, Notes: inv.Notes,
		}
		if row.Company == "" {
			row.Skip = string(DoesCompany)
		}
		for _, who := range inv.With {
			row.With = append(row.With, who.Person)
		}
		rows = append(rows, row)
	}
	return d.judgeRows(ctx, SheetReading{}, rows)
}

// judgeRows says what becomes of each row.
func (d *Desk) judgeRows(ctx context.Context, s SheetReading, rows []sheet.Row) (SheetReading, error) {
	known, err := d.metBefore(ctx, rows)
	if err != nil {
		return SheetReading{}, err
	}
	today := data.DayOf(d.Now(), d.Zone())
	for _, row := range rows {
		out := SheetRow{Row: row, Does: known.place(row, d.Zone())}
		if last := lastDay(row, d.Zone()); out.Does == DoesAdd && row.State != sheet.StateRejected && row.State != sheet.StateOffer && !last.IsZero() && today.Sub(last) > oldAfter {
			out.old = true
			s.Old++
		}
		s.Rows = append(s.Rows, out)
	}
	return s, nil
}

// lastDay is the newest day that a row knows of.
func lastDay(row sheet.Row, zone *time.Location) data.Day {
	day := row.Date
	if !row.Start.IsZero() {
		day = data.DayOf(row.Start, zone)
	}
	for _, other := range []data.Day{row.Answered, row.ThankedOn} {
		if other.After(day) {
			day = other
		}
	}
	return day
}

// ImportSheet adds what a reading says, in one transaction that Undo takes back
// as one. With putAway the long quiet ones come in as closed. progress is told
// how many rows are done, and may be nil; a cancelled ctx leaves nothing.
func (d *Desk) ImportSheet(ctx context.Context, s SheetReading, putAway bool, progress func(done int)) (Imported, error) {
	in := importing{desk: d, putAway: putAway, byName: make(map[string]data.ID), result: Imported{Batch: data.ID(uuid.Must(uuid.NewV7()).String())}}
	err := d.store.Write(ctx, func(tx *sqlite.Tx) error {
		in.tx = tx
		known, err := tx.Names(ctx)
		if err != nil {
			return err
		}
		for name, ids := range known {
			in.byName[name] = ids[0]
		}
		for i, row := range s.Rows {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := in.take(ctx, row); err != nil {
				return fmt.Errorf("line %d: %w", row.Number, err)
			}
			if progress != nil && i%100 == 99 {
				progress(i + 1)
			}
		}
		if in.result.Added+in.result.Changed == 0 {
			return errNothingNew
		}
		return rewind(ctx, tx)
	})
	switch {
	case errors.Is(err, errNothingNew):
		return Imported{}, nil
	case err != nil:
		return Imported{}, err
	}
	d.Changed("")
	return in.result, nil
}

var errNothingNew = errors.New("nothing new")

// nameOf is under what an application is known again: company and role, whatever
// the case.
func nameOf(company, role string) string { return sqlite.NameKey(company, role) }

// metAlready are the interviews of the applications that are there, by their name.
type metAlready map[string][]spanned

// A spanned is one interview, or an application without any.
type spanned struct {
	start time.Time
	date  data.Day
	file  bool // it stands further up in the file
}

// metBefore reads the interviews of the applications that the rows name.
func (d *Desk) metBefore(ctx context.Context, rows []sheet.Row) (metAlready, error) {
	names, err := d.store.Names(ctx)
	if err != nil {
		return nil, err
	}
	all := make(metAlready)
	var ids []data.ID
	for _, row := range rows {
		if name := nameOf(row.Company, row.Role); all[name] == nil && len(names[name]) > 0 {
			all[name] = []spanned{{}}
			ids = append(ids, names[name]...)
		}
	}
	for part := range slices.Chunk(ids, run) {
		cases, err := d.store.Cases(ctx, part)
		if err != nil {
			return nil, err
		}
		for i := range cases {
			c := &cases[i]
			name := nameOf(c.Application.Company, c.Application.Role)
			for _, iv := range append(slices.Clone(c.Interviews), standing(c)...) {
				all[name] = append(all[name], spanned{start: iv.Start, date: iv.Date})
			}
		}
	}
	return all, nil
}

// place says what becomes of a row, and keeps it for the rows below.
func (k metAlready) place(row sheet.Row, zone *time.Location) Does {
	if row.Skip != "" {
		return DoesCompany
	}
	name := nameOf(row.Company, row.Role)
	there := k[name]
	timed := !row.Start.IsZero() || !row.Date.IsZero()
	same := slices.IndexFunc(there, func(s spanned) bool {
		switch {
		case !timed:
			return true // no interview at all: the name decides
		case !s.start.IsZero() && !row.Start.IsZero():
			return s.start.Equal(row.Start)
		}
		day := s.date
		if !s.start.IsZero() {
			day = data.DayOf(s.start, zone)
		}
		return !day.IsZero() && day == lastDay(sheet.Row{Start: row.Start, Date: row.Date}, zone)
	})
	if same >= 0 {
		if there[same].file {
			return DoesTwice
		}
		return DoesKnown
	}
	k[name] = append(there, spanned{row.Start, row.Date, true})
	if len(there) == 0 {
		return DoesAdd
	}
	return DoesRound
}
