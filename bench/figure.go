package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"text/tabwriter"
)

// A figure is one measured value beside its baseline. Values are medians.
type figure struct {
	Name     string    `json:"name"`
	Unit     string    `json:"unit"`
	Value    float64   `json:"value"`
	Range    []float64 `json:"range,omitempty"` // smallest and largest of the runs
	Beside   string    `json:"beside,omitempty"`
	Baseline float64   `json:"baseline,omitempty"`
	Ratio    float64   `json:"ratio,omitempty"`
	Target   float64   `json:"target,omitempty"` // of the ratio
	Allocs   uint64    `json:"allocs,omitempty"` // an operation
}

// compare puts sorted runs of ours beside those of something else.
func compare(name, unit, beside string, target float64, ours, stock []float64) figure {
	median := func(v []float64) float64 { return v[len(v)/2] }
	f := figure{Name: name, Unit: unit, Value: median(ours), Range: []float64{ours[0], ours[len(ours)-1]}, Beside: beside, Baseline: median(stock), Target: target}
	f.Ratio = f.Value / f.Baseline
	return f
}

// print writes the table for people.
func print(out io.Writer, all []figure) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "figure\tvalue\tunit\tbeside\tbaseline\tratio\ttarget\tallocs")
	text := func(format string, v float64) string {
		if v == 0 {
			return "-"
		}
		return fmt.Sprintf(format, v)
	}
	for _, f := range all {
		fmt.Fprintf(w, "%s\t%.4g\t%s\t%s\t%s\t%s\t%s\t%s\n", f.Name, f.Value, f.Unit, f.Beside,
			text("%.4g", f.Baseline), text("%.2f", f.Ratio), text("%.1f", f.Target), text("%.0f", float64(f.Allocs)))
	}
	return w.Flush()
}

// save writes the figures to a file for programs.
func save(file string, all []figure) error {
	b, err := json.MarshalIndent(map[string][]figure{"figures": all}, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(b, '\n'), 0o644)
}
