package followup

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"afterword/data"
)

func TestCasesThatCannotBeRead(t *testing.T) {
	with := func(input, settings string) string {
		return `{"examples":[{"id":"A1","input":{"user_tz":"Europe/Berlin","now":"2026-11-24T10:00:00Z"` + input + `},"settings":` + settings + `}]}`
	}
	for _, c := range []struct{ file, names string }{
		{`{"examples":[{"id":"A1","input":{"now":"2026-11-24T10:00:00Z"}}]}`, "case A1: input.user_tz"},
		{`{"examples":[{"id":"A1","input":{"user_tz":"UTC"}}]}`, "case A1: input.now"},
		{with(`,"employer_tz":"Mars/Base"`, `{}`), "case A1: input.employer_tz"},
		{with(`,"employer_tz":"Local"`, `{}`), "case A1: input.employer_tz"},
		{with(`,"holidays":["2026-02-30"]`, `{}`), "case A1: input.holidays"},
		{with(`,"promised_by":"soon"`, `{}`), "case A1: input.promised_by"},
		{with(`,"contact_policy":"shout"`, `{}`), "case A1: input.contact_policy"},
		{with(`,"rounds":[{"id":"r1","start":"10 am"}]`, `{}`), "case A1: input.rounds[0].start"},
		{with(`,"events":[{"type":"sent"}]`, `{}`), "case A1: input.events[0].at"},
		{with(`,"events":[{"type":"promise","at":"2026-11-24T10:00:00Z","by":"employer"}]`, `{}`), "case A1: input.events[0].by"},
		{with(``, `{"send_time":"25:00"}`), "case A1: settings.send_time"},
		{with(``, `{"no_such":1}`), "case A1: settings.no_such"},
		{with(``, `{"weekend":[7]}`), "case A1: settings.weekend"},
		{with(``, `{"freeze":[["24-12","01-01"]]}`), "case A1: settings.freeze"},
		{with(``, `{"min_gap_bd":1000000}`), "case A1: settings"},
		{with(``, `[]`), "case A1: settings"},
		{`nonsense`, "read plan cases"},
	} {
		_, err := PlanCases([]byte(c.file))
		if !errors.Is(err, data.ErrInvalid) || !strings.Contains(err.Error(), c.names) {
			t.Errorf("%s: got error %v, want one that names %s", c.file, err, c.names)
		}
	}
}

func TestEmptyFieldsAreMissing(t *testing.T) {
	full := `{"examples":[{"id":"A1","input":{"user_tz":"UTC","employer_tz":null,"promised_by":"","contact_policy":null,"holidays":null,
		"rounds":[{"id":"r1","start":"2026-11-17T10:00:00Z","end":null,"date":"","interviewers":null}],
		"events":[{"type":"reply","class":null,"by":null,"at":"2026-11-18T10:00:00Z","round":null},
			{"type":"invite","round":{},"at":"2026-11-19T10:00:00Z","inclusive":null}],
		"now":"2026-11-20T10:00:00Z"},"settings":{"_note":1,"freeze":null}}]}`
	bare := `{"examples":[{"id":"A1","input":{"user_tz":"UTC","rounds":[{"id":"r1","start":"2026-11-17T10:00:00Z"}],
		"events":[{"type":"reply","at":"2026-11-18T10:00:00Z"},{"type":"invite","at":"2026-11-19T10:00:00Z"}],
		"now":"2026-11-20T10:00:00Z"}}]}`
	got, err := PlanCases([]byte(full))
	want, err2 := PlanCases([]byte(bare))
	if err != nil || err2 != nil || string(got) != string(want) {
		t.Errorf("got %s, %v, want %s, %v", got, err, want, err2)
	}
}

func TestPresets(t *testing.T) {
	var file struct {
		Defaults json.RawMessage            `json:"defaults"`
		Presets  map[string]json.RawMessage `json:"presets"`
	}
	readJSON(t, readFile(t, "testdata/schedule.json"), &file)
	if len(file.Presets) != 4 {
		t.Errorf("got %d presets in the examples, want 4", len(file.Presets))
	}
	for name, values := range file.Presets {
		want, err := SettingsFrom(values)
		got, ok := Preset(name)
		if err != nil || !ok || !sameSettings(got, want) {
			t.Errorf("preset %s: got %+v, want %+v, %v", name, got, want, err)
		}
	}
	if got, err := SettingsFrom(file.Defaults); err != nil || !sameSettings(got, data.DefaultSettings()) {
		t.Errorf("defaults: got %+v, %v, want %+v", got, err, data.DefaultSettings())
	}
	if got, ok := Preset("hasty"); ok {
		t.Errorf("preset hasty: got %+v, want none", got)
	}
}

func sameSettings(a, b data.Settings) bool {
	x, err := json.Marshal(a)
	y, err2 := json.Marshal(b)
	return err == nil && err2 == nil && string(x) == string(y)
}

func FuzzPlanCases(f *testing.F) {
	var file struct {
		Examples []json.RawMessage `json:"examples"`
	}
	readJSON(f, readFile(f, "testdata/schedule.json"), &file)
	for _, e := range file.Examples {
		f.Add([]byte(`{"examples":[` + string(e) + `]}`))
	}
	f.Add([]byte(`{"examples":[{"id":"x","input":{"user_tz":"UTC","now":"9999-12-31T23:59:59Z","rounds":[{"id":"r","date":"9999-12-31"}]},"settings":{"weekend":[0,1,2,3,4,5,6]}}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		out, err := PlanCases(b)
		switch {
		case err != nil && !errors.Is(err, data.ErrInvalid):
			t.Errorf("got error %v, want one that wraps ErrInvalid", err)
		case err == nil && !json.Valid(out):
			t.Errorf("got %q, want JSON", out)
		}
	})
}
