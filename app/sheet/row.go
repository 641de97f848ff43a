package sheet

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"afterword/app/invite"
	"afterword/data"
)

// A Row is one line as it was understood. What could not be understood is in
// the notes, so that nothing of the file is lost.
type Row struct {
	Number        int // of the line in the file
	Company, Role string
	Country, Zone string
	Agency        bool
	Said          string
	Notes         string
	Start, End    time.Time // of the interview; zero when only its day is known
	Date          data.Day
	Kind, Place   string
	With          []data.Person
	State         State
	Answered      data.Day // of their answer; zero when unknown
	Thanked       bool
	ThankedOn     data.Day // zero when unknown
	Unread        []string // headings of cells that were not understood
	Skip          string   // why the line is left out: "company" where it has none
}

// A Style says how the days of a table are written.
type Style struct {
	DayFirst bool // 3/4 is the third of April
	Sure     bool // some day in the table leaves no doubt of it
}

// dayForm is a cell that begins with a day in figures.
var dayForm = regexp.MustCompile(`^(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})`)

// StyleOf looks through the columns of days for one that can be read in one way
// only.
func StyleOf(t Table, m Mapping, dayFirst bool) Style {
	for i, f := range m {
		if f != When && f != Answered && f != Thanked {
			continue
		}
		for _, row := range t.Rows {
			p := dayForm.FindStringSubmatch(cell(row, i))
			if p == nil || len(p[1]) > 2 {
				continue
			}
			first, _ := strconv.Atoi(p[1])
			second, _ := strconv.Atoi(p[2])
			if first > 12 && second <= 12 {
				return Style{DayFirst: true, Sure: true}
			}
			if second > 12 && first <= 12 {
				return Style{Sure: true}
			}
		}
	}
	return Style{DayFirst: dayFirst}
}

func cell(row Line, column int) string {
	if column >= len(row.Cells) {
		return ""
	}
	return row.Cells[column]
}

// Rows reads all lines of a table. r says what the current time and the user's
// zone are.
func Rows(t Table, m Mapping, r invite.Reader) []Row {
	rows := make([]Row, 0, len(t.Rows))
	for _, line := range t.Rows {
		rows = append(rows, read(t, m, line, r))
	}
	return rows
}

// read understands one line, cell by cell.
func read(t Table, m Mapping, line Line, r invite.Reader) Row {
	row := Row{Number: line.Number}
	at := make(map[Field]string, len(m))
	for i, f := range m {
		c := cell(line, i)
		switch {
		case c == "" || f == Ignore:
		case f == Note:
			row.note(t.Headings[i], c)
		default:
			at[f] = c
		}
	}
	row.Company, row.Role, row.Place = at[Company], at[Role], at[Place]
	row.zone(at, t, m)
	if loc, ok := invite.Location(row.Zone); ok {
		r.Employer = loc
	}
	row.meeting(at, t, m, r)
	row.people(at)
	row.standing(at, t, m, r)
	if row.Company == "" {
		row.Skip = "company"
	}
	return row
}

// note keeps a cell in the notes, under its heading.
func (row *Row) note(heading, text string) {
	if heading != "" {
		text = heading + ": " + text
	}
	if row.Notes != "" {
		row.Notes += "\n"
	}
	row.Notes += text
}

// unread keeps the cell of a field that was not understood.
func (row *Row) unread(f Field, text string, t Table, m Mapping) {
	heading := string(f)
	for i := range m {
		if m[i] == f {
			heading = t.Headings[i]
		}
	}
	row.Unread = append(row.Unread, heading)
	row.note(heading, text)
}

func (row *Row) zone(at map[Field]string, t Table, m Mapping) {
	if z := at[Zone]; z != "" {
		if loc, ok := invite.Location(z); ok {
			row.Zone = loc.String()
		} else {
			row.unread(Zone, z, t, m)
		}
	}
	if c := at[Country]; len(c) == 2 {
		row.Country = strings.ToUpper(c)
	} else if c != "" {
		row.note("", c)
	}
	if a := at[Agency]; a != "" && !no(a) {
		row.Agency = true
		if !yes(a) {
			row.note("", a)
		}
	}
}

// meeting reads the day and the time of the interview.
func (row *Row) meeting(at map[Field]string, t Table, m Mapping, r invite.Reader) {
	if k := at[Kind]; k != "" {
		if row.Kind = kindOf(k); row.Kind == "" {
			row.note("", k)
		}
	}
	said := day(at[When])
	if said == "" {
		if at[Time] != "" {
			row.unread(Time, at[Time], t, m)
		}
		return
	}
	whole := said
	if c := at[Time]; c != "" {
		whole += " " + c
		if e := at[End]; e != "" && !strings.Contains(c, "-") {
			whole += "-" + e
		}
	}
	w, err := r.When(whole)
	if err != nil && whole != said { // a time that is none must not cost the day
		row.unread(Time, at[Time], t, m)
		w, err = r.When(said)
	}
	if err != nil {
		row.unread(When, at[When], t, m)
		return
	}
	row.Start, row.End, row.Date = w.Start, w.End, w.Date
	if row.Zone == "" {
		row.Zone = w.Zone
	}
}

// day takes a cell as it is, or the number that a spreadsheet keeps for a day.
func day(c string) string {
	n, err := strconv.Atoi(c)
	if err != nil || n < 36526 || n > 73050 { // 2000 to 2099
		return c
	}
	return data.Day{Year: 1899, Month: time.December, Day: 30}.Add(n).String()
}

func (row *Row) people(at map[Field]string) {
	row.With = invite.People(at[With])
	for i, a := range invite.People(at[Address]) {
		switch {
		case len(a.Addresses) == 0:
		case i < len(row.With) && len(row.With[i].Addresses) == 0:
			row.With[i].Addresses, row.With[i].Group = a.Addresses, a.Group
		case i >= len(row.With):
			row.With = append(row.With, a)
		}
	}
}

// standing reads how it stands, what was sent and what they said.
func (row *Row) standing(at map[Field]string, t Table, m Mapping, r invite.Reader) {
	on := func(f Field) data.Day {
		w, err := r.When(day(at[f]))
		switch {
		case err != nil:
			return data.Day{}
		case w.Start.IsZero():
			return w.Date
		}
		return data.DayOf(w.Start, r.Zone)
	}
	if s := at[Stage]; s != "" {
		state, ok := stageOf(s)
		if row.State = state; !ok {
			row.unread(Stage, s, t, m)
		}
	}
	if a := at[Answered]; a != "" {
		if row.Answered = on(Answered); row.Answered.IsZero() {
			row.unread(Answered, a, t, m)
		}
	}
	if c := at[Thanked]; !no(c) {
		row.ThankedOn = on(Thanked)
		row.Thanked = yes(c) || !row.ThankedOn.IsZero()
		if !row.Thanked {
			row.unread(Thanked, c, t, m)
		}
	}
	row.Said = at[Said]
}

// Ambiguous reports whether a cell is a day that can be read in two ways.
func Ambiguous(cell string) bool {
	p := dayForm.FindStringSubmatch(cell)
	if p == nil || len(p[1]) > 2 {
		return false
	}
	first, _ := strconv.Atoi(p[1])
	second, _ := strconv.Atoi(p[2])
	return first <= 12 && second <= 12 && first != second
}
