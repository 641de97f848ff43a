package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"

	"golang.org/x/tools/benchmark/parse"
)

// keystroke is how long a search may take, in microseconds.
const keystroke = 30_000

// measurePackages runs the benchmarks of the packages. A benchmark whose name
// ends in "/baseline" is what the others of its name are measured beside.
func measurePackages(ctx context.Context, packages ...string) ([]figure, error) {
	args := append([]string{"test", "-tags", "sqlite_fts5", "-run", "^$", "-bench", ".", "-benchmem", "-benchtime", "0.3s"}, packages...)
	c := exec.CommandContext(ctx, "go", args...)
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err != nil {
		return nil, fmt.Errorf("go test -bench: %w\n%s", err, out)
	}
	set, err := parse.ParseSet(bytes.NewReader(out))
	if err != nil {
		return nil, err
	}
	base := make(map[string]float64)
	for name, runs := range set {
		if group, ok := strings.CutSuffix(plain(name), "/baseline"); ok {
			base[group] = runs[0].NsPerOp
		}
	}
	var all []figure
	for name, runs := range set {
		name = plain(name)
		if strings.HasSuffix(name, "/baseline") {
			continue
		}
		f := figure{Name: name, Unit: "µs", Value: runs[0].NsPerOp / 1000, Allocs: runs[0].AllocsPerOp}
		group, _, _ := strings.Cut(name, "/")
		if ns := base[group]; ns > 0 {
			f.Beside, f.Baseline, f.Ratio = group+"/baseline", ns/1000, runs[0].NsPerOp/ns
		}
		if strings.HasPrefix(name, "Many/search") {
			f.Beside, f.Baseline, f.Ratio, f.Target = "30 ms", keystroke, f.Value/keystroke, 1
		}
		all = append(all, f)
	}
	slices.SortFunc(all, func(a, b figure) int { return strings.Compare(a.Name, b.Name) })
	return all, nil
}

// plain drops what go test adds to a benchmark's name.
func plain(name string) string {
	name = strings.TrimPrefix(name, "Benchmark")
	if i := strings.LastIndexByte(name, '-'); i > 0 {
		return name[:i]
	}
	return name
}
