package followup

import (
	"bytes"
	"encoding/json"
	"testing"
	"time"

	"afterword/data"
)

// usual is an application with two rounds and eight events, its days shifted.
func usual(tb testing.TB, shift int) Input {
	loc, err := time.LoadLocation("America/New_York")
	if err != nil {
		tb.Fatal(err)
	}
	at := func(day, hour int) time.Time { return time.Date(2026, time.November, day-shift, hour, 0, 0, 0, loc) }
	return Input{
		UserZone: loc, EmployerZone: loc, Now: time.Date(2026, time.November, 30, 12, 0, 0, 0, loc),
		Holidays: []data.Day{{Year: 2026, Month: 11, Day: 26}, {Year: 2026, Month: 12, Day: 25}, {Year: 2027, Month: 1, Day: 1}},
		Rounds: []data.Interview{
			{ID: "r1", Start: at(3, 10), End: at(3, 11), With: []data.Met{{Person: "dana"}, {Person: "lee"}}},
			{ID: "r2", Start: at(10, 10), End: at(10, 11), With: []data.Met{{Person: "dana"}}},
		},
		Events: []data.Event{
			{ID: "e1", Type: data.EventSent, Item: "thank_you:r1:dana", At: at(3, 16)},
			{ID: "e2", Type: data.EventSkip, Item: "thank_you:r1:lee", At: at(3, 17)},
			{ID: "e3", Type: data.EventSent, Item: "thank_you:r2:dana", At: at(10, 16)},
			{ID: "e4", Type: data.EventReply, Class: data.ReplyUnknown, At: at(12, 9)},
			{ID: "e5", Type: data.EventReply, Class: data.ReplyCourtesy, At: at(12, 9)},
			{ID: "e6", Type: data.EventATSUpdate, At: at(16, 9)},
			{ID: "e7", Type: data.EventOOO, Return: data.Day{Year: 2026, Month: 12, Day: 2}, At: at(20, 9)},
			{ID: "e8", Type: data.EventUndo, Target: "e7", At: at(20, 10)},
		},
	}
}

// BenchmarkPlan plans one application.
func BenchmarkPlan(b *testing.B) {
	in, s := usual(b, 0), data.DefaultSettings()
	b.ReportAllocs()
	for b.Loop() {
		Plan(in, s)
	}
}

// BenchmarkPlanMany plans 100,000 applications from memory, whose rounds lie up
// to 200 days back.
func BenchmarkPlanMany(b *testing.B) {
	many := make([]Input, 10_000)
	for i := range many {
		many[i] = usual(b, i%200)
	}
	s := data.DefaultSettings()
	b.ReportAllocs()
	for b.Loop() {
		for i := range 100_000 {
			Plan(many[i%len(many)], s)
		}
	}
}

// BenchmarkPlanCases answers a file of 2,000 cases.
func BenchmarkPlanCases(b *testing.B) {
	var f struct {
		Examples []json.RawMessage `json:"examples"`
	}
	readJSON(b, readFile(b, "testdata/schedule_generated.json"), &f)
	var many bytes.Buffer
	many.WriteString(`{"examples":[`)
	for i := range 2000 {
		if i > 0 {
			many.WriteByte(',')
		}
		many.Write(f.Examples[i%len(f.Examples)])
	}
	many.WriteString(`]}`)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := PlanCases(many.Bytes()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPromise reads one phrase of the common kind.
func BenchmarkPromise(b *testing.B) {
	said := data.Day{Year: 2026, Month: 11, Day: 17}
	b.ReportAllocs()
	for b.Loop() {
		Promise("We should get back to you by the end of next week", said, nil, []int{5, 6})
	}
}
