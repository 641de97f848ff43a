package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

// Places of the lists on the display.
var (
	ourList   = rect{214, 164, 358, 630}
	stockList = rect{2, 26, 596, 770}
)

// ours is Afterword's window on a home; path is its binary.
func ours(path, home string) program {
	m := filepath.Join(home, "map.json")
	return program{path: path, mapp: m, env: []string{
		"AFTERWORD_HOME=" + home, "AFTERWORD_NOW=" + now, "AFTERWORD_TZ=Europe/Berlin", "AFTERWORD_UI_MAP=" + m,
		"AFTERWORD_SECRETS=file", "AFTERWORD_SECRETS_KEY=bench",
	}}
}

// build builds one of the programs of bench into a folder.
func build(ctx context.Context, dir, name string) (string, error) {
	path := filepath.Join(dir, name)
	c := exec.CommandContext(ctx, "go", "build", "-tags", "sqlite_fts5", "-o", path, "./bench/"+name)
	c.Stderr = os.Stderr
	return path, c.Run()
}

// turns starts two programs by turns, so that whatever else the machine does
// meets both alike.
func turns(ctx context.Context, runs int, a, b program) (first, second []start, err error) {
	for range runs {
		one, err := a.once(ctx)
		if err != nil {
			return nil, nil, err
		}
		other, err := b.once(ctx)
		if err != nil {
			return nil, nil, err
		}
		first, second = append(first, one), append(second, other)
	}
	return first, second, nil
}

// measureWindow measures Afterword with a full home beside the stock window.
func measureWindow(ctx context.Context, dir string, runs int) ([]figure, error) {
	stock, err := build(ctx, dir, "baseline")
	if err != nil {
		return nil, err
	}
	home := filepath.Join(dir, "home")
	if err := fillHome(ctx, home, 1000); err != nil {
		return nil, err
	}
	full := ours("bin/afterword", home)
	full.use = func(ctx context.Context, d *display) error { return d.press(ctx, "ctrl+2") }
	mine, theirs, err := turns(ctx, runs, full, program{path: stock})
	if err != nil {
		return nil, err
	}
	const beside = "stock Fyne window"
	return []figure{
		compare("first paint, 1,000 applications", "ms", beside, 1.5, spread(mine, paint), spread(theirs, paint)),
		compare("loaded and ready, 1,000 applications", "ms", beside, 0, spread(mine, ready), spread(theirs, paint)),
		compare("memory on Today", "MB", beside, 1.3, spread(mine, onToday), spread(theirs, onToday)),
		compare("memory on Interviews", "MB", beside, 1.3, spread(mine, used), spread(theirs, onToday)),
	}, nil
}

func paint(s start) float64   { return s.paint.Seconds() * 1000 }
func ready(s start) float64   { return s.ready.Seconds() * 1000 }
func onToday(s start) float64 { return s.memory }
func used(s start) float64    { return s.second }

// spread sorts one figure of several runs.
func spread(runs []start, of func(start) float64) []float64 {
	var all []float64
	for _, r := range runs {
		all = append(all, of(r))
	}
	slices.Sort(all)
	return all
}
