package followup

import (
	"encoding/json"
	"os"
	"slices"
	"testing"
	"time"
	_ "time/tzdata"
)

// An example is one case with what is known of its plan: fields that are not
// named are free (how_to_read in the file).
type example struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Expect struct {
		Items  map[string]map[string]json.RawMessage `json:"items"`
		Absent []string                              `json:"absent"`
		Badge  string                                `json:"badge"`
		Flags  *[]string                             `json:"flags"`
	} `json:"expect"`
	Why string `json:"why"`
}

type gotPlan struct {
	Items map[string]map[string]json.RawMessage `json:"items"`
	Badge string                                `json:"badge"`
	Flags []string                              `json:"flags"`
}

func TestPlanCases(t *testing.T) {
	for _, name := range []string{"testdata/schedule.json", "testdata/schedule_generated.json"} {
		file := readFile(t, name)
		var want struct{ Examples []example }
		readJSON(t, file, &want)
		out, err := PlanCases(file)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var got struct{ Cases map[string]gotPlan }
		readJSON(t, out, &got)
		if len(got.Cases) != len(want.Examples) || len(want.Examples) < 60 {
			t.Errorf("%s: got %d plans, want %d", name, len(got.Cases), len(want.Examples))
		}
		for _, e := range want.Examples {
			t.Run(e.ID, func(t *testing.T) { compare(t, e, got.Cases[e.ID]) })
		}
	}
}

func compare(t *testing.T, e example, got gotPlan) {
	for key, fields := range e.Expect.Items {
		item, ok := got.Items[key]
		if !ok {
			t.Errorf("%s: got no %s, want one (%s)", e.Title, key, e.Why)
			continue
		}
		for field, want := range fields {
			if !equal(item[field], want) {
				t.Errorf("%s: %s.%s: got %s, want %s (%s)", e.Title, key, field, item[field], want, e.Why)
			}
		}
	}
	for _, key := range e.Expect.Absent {
		if item, ok := got.Items[key]; ok {
			t.Errorf("%s: got %s (%s), want none", e.Title, key, item["state"])
		}
	}
	if e.Expect.Badge != "" && got.Badge != e.Expect.Badge {
		t.Errorf("%s: badge: got %q, want %q", e.Title, got.Badge, e.Expect.Badge)
	}
	if e.Expect.Flags != nil {
		slices.Sort(*e.Expect.Flags)
		slices.Sort(got.Flags)
		if !slices.Equal(got.Flags, *e.Expect.Flags) {
			t.Errorf("%s: flags: got %q, want %q", e.Title, got.Flags, *e.Expect.Flags)
		}
	}
}

// equal compares two JSON values, texts that are instants as instants. A value
// that is missing equals null.
func equal(a, b json.RawMessage) bool {
	if len(a) == 0 {
		a = json.RawMessage("null")
	}
	var many, others []string
	if json.Unmarshal(a, &many) == nil && json.Unmarshal(b, &others) == nil && string(a) != "null" && string(b) != "null" {
		return slices.EqualFunc(many, others, sameText)
	}
	var x, y *string
	if json.Unmarshal(a, &x) != nil || json.Unmarshal(b, &y) != nil {
		return string(a) == string(b)
	}
	if x == nil || y == nil {
		return x == y
	}
	return sameText(*x, *y)
}

func sameText(x, y string) bool {
	t, err := time.Parse(time.RFC3339, x)
	u, err2 := time.Parse(time.RFC3339, y)
	if err != nil || err2 != nil {
		return x == y
	}
	return t.Equal(u)
}

func readFile(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func readJSON(t testing.TB, b []byte, v any) {
	t.Helper()
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatal(err)
	}
}
