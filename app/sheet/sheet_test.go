package sheet

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"afterword/app/invite"
)

// reader reads as somebody in Berlin does on 23 November 2026.
func testReader(t testing.TB, dayFirst bool) invite.Reader {
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return invite.Reader{Now: time.Date(2026, 11, 23, 15, 0, 0, 0, zone), Zone: zone, DayFirst: dayFirst}
}

func readAll(t testing.TB, b []byte) (Table, Mapping, []Row) {
	t.Helper()
	table, err := Read(b)
	if err != nil {
		t.Fatal(err)
	}
	m := Guess(table)
	return table, m, Rows(table, m, testReader(t, StyleOf(table, m, true).DayFirst))
}

// TestCases holds each file in testdata to what stands beside it: NAME.csv to
// NAME.json, one short text for each row.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.csv")
	if err != nil || len(files) < 5 {
		t.Fatalf("cases: %v, %v", files, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			_, m, rows := readAll(t, b)
			got := []string{strings.Join(fieldNames(m), " ")}
			for _, r := range rows {
				got = append(got, short(r))
			}
			var want []string
			text, err := os.ReadFile(strings.TrimSuffix(file, ".csv") + ".json")
			if err == nil {
				err = json.Unmarshal(text, &want)
			}
			if err != nil || !reflect.DeepEqual(got, want) {
				out, _ := json.MarshalIndent(got, "", "\t")
				t.Errorf("got %s\nwant %s (%v)", out, text, err)
			}
		})
	}
}

func fieldNames(m Mapping) []string {
	var names []string
	for _, f := range m {
		if f == Note {
			f = "note"
		}
		names = append(names, string(f))
	}
	return names
}

// short writes what is set of a row.
func short(r Row) string {
	var parts []string
	add := func(name, value string) {
		if value != "" {
			parts = append(parts, name+"="+value)
		}
	}
	add("skip", r.Skip)
	add("company", r.Company)
	add("role", r.Role)
	if !r.Start.IsZero() {
		add("start", r.Start.Format("2006-01-02T15:04Z07:00"))
	}
	if !r.End.IsZero() {
		add("end", r.End.Format("15:04"))
	}
	add("date", r.Date.String())
	add("zone", r.Zone)
	add("kind", r.Kind)
	add("place", r.Place)
	for _, p := range r.With {
		add("with", strings.TrimSpace(p.Name+" "+p.Address()))
	}
	add("state", string(r.State))
	add("answered", r.Answered.String())
	if r.Thanked {
		add("thanked", "yes "+r.ThankedOn.String())
	}
	add("said", r.Said)
	add("country", r.Country)
	if r.Agency {
		add("agency", "yes")
	}
	add("unread", strings.Join(r.Unread, ","))
	add("notes", strings.ReplaceAll(r.Notes, "\n", " / "))
	return strings.Join(parts, "; ")
}

func TestEncodings(t *testing.T) {
	const text = "Firma;Termin\nMüller & Söhne;24.11.2026 10:00\n"
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	latin, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string]string{
		"utf-8": text, "utf-8 with a mark": "\ufeff" + text, "utf-16": utf16, "windows-1252": latin,
		"sep line": "sep=;\n" + text, "crlf": strings.ReplaceAll(text, "\n", "\r\n"),
	} {
		if _, _, rows := readAll(t, []byte(b)); len(rows) != 1 || rows[0].Company != "Müller & Söhne" || rows[0].Start.IsZero() {
			t.Errorf("%s: got %+v, want Müller & Söhne with a start", name, rows)
		}
	}
}

func TestRefused(t *testing.T) {
	for name, b := range map[string]string{
		"empty": "", "blank": "\n\n,,\n", "workbook": "PK\x03\x04rest", "old workbook": "\xd0\xcf\x11\xe0rest",
		"nul": "a,b\n\x00,c\n", "wide": strings.Repeat("a,", 300) + "\n",
	} {
		if table, err := Read([]byte(b)); err == nil {
			t.Errorf("%s: got %+v, want an error", name, table)
		}
	}
}

func TestStyle(t *testing.T) {
	for _, c := range []struct {
		days []string
		want Style
	}{
		{[]string{"03/04/2026", "13/04/2026"}, Style{true, true}},
		{[]string{"03/04/2026", "04/13/2026"}, Style{false, true}},
		{[]string{"03/04/2026"}, Style{true, false}},
		{[]string{"2026-13-04"}, Style{true, false}},
	} {
		table := Table{Headings: []string{"Date"}}
		for i, d := range c.days {
			table.Rows = append(table.Rows, Line{i + 2, []string{d}})
		}
		if got := StyleOf(table, Mapping{When}, true); got != c.want {
			t.Errorf("StyleOf(%v) = %+v, want %+v", c.days, got, c.want)
		}
	}
}

// TestNothingIsLost says of every cell of a row with a company where it went:
// what is not understood is in the notes.
func TestNothingIsLost(t *testing.T) {
	_, _, rows := readAll(t, []byte("Company,Date,Status,Salary,Thank you,,Time\nAcme,some day,thinking,60k,maybe,extra,late\n"))
	for _, want := range []string{"some day", "thinking", "60k", "maybe", "extra", "late"} {
		if !strings.Contains(rows[0].Notes, want) {
			t.Errorf("notes %q lack %q", rows[0].Notes, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("Company,Date\nAcme,24/11/2026\n"))
	f.Add([]byte("sep=;\nFirma;Termin\n\"M\xfcller\";45986\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		table, err := Read(b)
		if err != nil {
			return
		}
		m := Guess(table)
		rows := Rows(table, m, testReader(t, true))
		if len(rows) != len(table.Rows) {
			t.Errorf("got %d rows, want %d", len(rows), len(table.Rows))
		}
	})
}

func BenchmarkRead(b *testing.B) {
	var text strings.Builder
	text.WriteString("Company,Role,Interview date,Interviewer,Email,Status\n")
	for i := range 10_000 {
		fmt.Fprintf(&text, "Company %d,Designer,%d/11/2026 14:00,Dana Ruiz,dana%d@acme.example,Waiting\n", i, 1+i%28, i)
	}
	for b.Loop() {
		readAll(b, []byte(text.String()))
	}
}
