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
	file := flag.String("json", "bench.json", "file for the figures; empty: the window alone")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := bench(ctx, *runs, *file); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func bench(ctx context.Context, runs int, file string) error {
	all, err := measureWindow(ctx, runs)
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
