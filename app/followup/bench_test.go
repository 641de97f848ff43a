package followup

import "testing"

// BenchmarkPlan plans the generated cases one after the other.
func BenchmarkPlan(b *testing.B) {
	all, settings := inputs(b, "testdata/schedule_generated.json")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		n := i % len(all)
		Plan(all[n], settings[n])
	}
}
