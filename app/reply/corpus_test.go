package reply

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"afterword/data"
)

// strangersFolder is a collection of strangers' mails that may lie beside the
// project. They are measured with, and never copied.
const strangersFolder = "../../../shared/corpus"

// strangersClass is the class of each label there.
func strangersClass(label string) data.Class {
	return map[string]data.Class{
		"bounce": data.ClassBounce, "bounce_delayed": data.ClassDelay, "autoreply": data.ClassAutoReply, "autoack": data.ClassAutoAck,
		"calendar_request": data.ClassCalendarRequest, "calendar_cancel": data.ClassCalendarCancel, "calendar_reply": data.ClassCalendarReply,
		"list_or_bulk": data.ClassBulk, "human_reply": data.ClassHuman, "human_new": data.ClassHuman, "read_receipt": data.ClassReadReceipt,
	}[label]
}

// strangers tallies the strangers' mails, as if each referenced mail were ours.
func strangers(t testing.TB, y *tally) {
	for _, row := range table(t, filepath.Join(strangersFolder, "labels.tsv")) {
		m := Parse(readFile(t, filepath.Join(strangersFolder, "mail", row[0])))
		v := Classify(m, nil)
		want := strangersClass(row[1])
		if want == "" { // malformed: any class is right
			continue
		}
		d := ourThread(m).Match(m, v, time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC), "inbox")
		y.add(row[0], want, v.Class, d.Action, len(m.thread()) > 0)
	}
}

// ourThread knows one application, and every mail that m refers to as sent
// for it.
func ourThread(m Mail) *Index {
	w := World{Zone: time.UTC, Cases: []data.Case{{Application: data.Application{ID: "one", Company: "Example", State: data.Active}}}}
	for _, id := range m.thread() {
		w.Sent = append(w.Sent, data.Message{ID: data.ID(id), Key: id, Application: "one"})
	}
	return NewIndex(w)
}

// table reads the rows of a file of tabs without its heading; nil when there
// is no such file.
func table(t testing.TB, name string) [][]string {
	found, err := filepath.Glob(name)
	if err != nil || len(found) == 0 {
		return nil
	}
	var rows [][]string
	for _, line := range strings.Split(strings.TrimSpace(string(readFile(t, name))), "\n")[1:] {
		rows = append(rows, strings.Split(line, "\t"))
	}
	return rows
}

// TestStrangersQuotes measures the folding of quotes: how many are exact, and
// in how many new text is lost, which is the error that matters.
func TestStrangersQuotes(t *testing.T) {
	rows := table(t, filepath.Join(strangersFolder, "quotes.tsv"))
	if rows == nil {
		t.Skip("strangers' mails are not beside the project")
	}
	var exact, all int
	var lost []string
	for _, row := range rows {
		raw, want := readFile(t, filepath.Join(strangersFolder, row[0])), readFile(t, filepath.Join(strangersFolder, row[1]))
		text := tidyText(string(raw))
		if row[2] != "text" {
			text = Parse(raw).Text
		}
		got := newText(text)
		all++
		if bare(got) == bare(string(want)) {
			exact++
			continue
		}
		gone := missing(string(want), got)
		if gone != "" {
			lost = append(lost, filepath.Base(row[0]))
		}
		if testing.Verbose() {
			t.Logf("%s\n  lost %q\n  more %q", row[0], gone, missing(got, string(want)))
		}
	}
	t.Logf("%d of %d exact, new text lost in %d: %v", exact, all, len(lost), lost)
	if len(lost) > 0 {
		t.Errorf("new text lost in %v, want none", lost)
	}
}

// bare takes all white space away.
func bare(s string) string { return strings.Join(strings.Fields(s), "") }

// missing returns the lines of want that are not in got, but for quoted ones.
func missing(want, got string) string {
	var gone []string
	got = bare(got)
	for line := range strings.Lines(want) {
		if b := bare(line); b != "" && b[0] != '>' && !strings.Contains(got, b) {
			gone = append(gone, strings.TrimSpace(line))
		}
	}
	return strings.Join(gone, " / ")
}
