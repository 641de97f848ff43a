package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

// measureWindow starts Afterword with a full home and the stock window by
// turns, so that whatever else the machine does meets both alike.
func measureWindow(ctx context.Context, runs int) ([]figure, error) {
	dir, err := os.MkdirTemp("", "afterword-bench-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	stock := filepath.Join(dir, "baseline")
	build := exec.CommandContext(ctx, "go", "build", "-tags", "sqlite_fts5", "-o", stock, "./bench/baseline")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return nil, err
	}
	home := filepath.Join(dir, "home")
	if err := fillHome(ctx, home, 1000); err != nil {
		return nil, err
	}
	ours := program{
		path: "bin/afterword", mapp: filepath.Join(dir, "map.json"), keys: []string{"ctrl+2"},
		env: []string{"AFTERWORD_HOME=" + home, "AFTERWORD_NOW=" + now, "AFTERWORD_UI_MAP=" + filepath.Join(dir, "map.json"), "AFTERWORD_SECRETS=file", "AFTERWORD_SECRETS_KEY=bench"},
	}
	var mine, theirs []start
	for range runs {
		a, err := ours.once(ctx)
		if err != nil {
			return nil, err
		}
		b, err := program{path: stock}.once(ctx)
		if err != nil {
			return nil, err
		}
		mine, theirs = append(mine, a), append(theirs, b)
	}
	paint := func(s start) float64 { return s.paint.Seconds() * 1000 }
	ready := func(s start) float64 { return s.ready.Seconds() * 1000 }
	memory := func(s start) float64 { return s.memory }
	second := func(s start) float64 { return s.second }
	return []figure{
		compare("first paint, 1,000 applications", "ms", 1.5, spread(mine, paint), spread(theirs, paint)),
		compare("loaded and ready, 1,000 applications", "ms", 0, spread(mine, ready), spread(theirs, paint)),
		compare("memory on Today", "MB", 1.3, spread(mine, memory), spread(theirs, memory)),
		compare("memory on Interviews", "MB", 1.3, spread(mine, second), spread(theirs, memory)),
	}, nil
}

// spread sorts one figure of several runs.
func spread(runs []start, of func(start) float64) []float64 {
	var all []float64
	for _, r := range runs {
		all = append(all, of(r))
	}
	slices.Sort(all)
	return all
}
