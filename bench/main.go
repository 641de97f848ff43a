// Bench measures Afterword beside baselines: its window beside a stock Fyne
// window, its parts by their benchmarks. It writes a table and bench.json.
//
// It talks to the desktop, to the file system and to the go command, and must
// not be part of the program.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
)

func main() {
	runs := flag.Int("runs", 7, "how often each window is started")
	large := flag.Int("large", 1, "how often the window with 100,000 applications is started and scrolled; 0: not at all")
	file := flag.String("json", "bench.json", "file for the figures; empty: the windows alone")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := bench(ctx, *runs, *large, *file); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func bench(ctx context.Context, runs, large int, file string) error {
	dir, err := os.MkdirTemp("", "afterword-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	all, err := measureWindows(ctx, dir, runs, large)
	if err != nil {
		return err
	}
	if file == "" {
		return print(os.Stdout, all)
	}
	parts, err := measurePackages(ctx, "./data/...", "./app/...", "./assets/...", "./widgets/...")
	if err != nil {
		return err
	}
	all = append(all, parts...)
	if err := save(file, all); err != nil {
		return err
	}
	return print(os.Stdout, all)
}

func measureWindows(ctx context.Context, dir string, runs, large int) (all []figure, err error) {
	if runs > 0 {
		if all, err = measureWindow(ctx, dir, runs); err != nil {
			return nil, err
		}
	}
	if large > 0 {
		more, err := measureMany(ctx, dir, large)
		if err != nil {
			return nil, err
		}
		all = append(all, more...)
	}
	return all, nil
}
