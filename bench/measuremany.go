package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"
)

const many = 100_000 // applications

// measureMany measures Afterword with very many applications: beside a home with
// nothing in it, its list beside that of stock Fyne, and its search.
func measureMany(ctx context.Context, dir string, runs int) ([]figure, error) {
	full := filepath.Join(dir, "many")
	if err := fillMany(ctx, full, many); err != nil {
		return nil, err
	}
	// One binary for all: another one would trust nothing that this one has kept.
	// Without its variable it is Afterword as it is.
	probed, err := build(ctx, dir, "probed")
	if err != nil {
		return nil, err
	}
	all, err := measureStart(ctx, probed, full, filepath.Join(dir, "empty"), runs)
	if err != nil {
		return nil, err
	}
	scrolled, err := measureScroll(ctx, dir, ours(probed, full), runs)
	if err != nil {
		return nil, err
	}
	typed, err := measureTyping(ctx, ours(probed, full), runs)
	return slices.Concat(all, scrolled, typed), err
}

// measureStart starts the full home and an empty one by turns.
func measureStart(ctx context.Context, path, full, empty string, runs int) ([]figure, error) {
	if err := os.MkdirAll(empty, 0o700); err != nil {
		return nil, err
	}
	long, bare := ours(path, full), ours(path, empty)
	if err := errors.Join(long.warm(ctx, true), bare.warm(ctx, false)); err != nil {
		return nil, err
	}
	long.use = func(ctx context.Context, d *display) error { return toTheEnd(ctx, d, ourList) }
	bare.use = func(ctx context.Context, d *display) error { return d.press(ctx, "ctrl+2") }
	a, b, err := turns(ctx, runs, long, bare)
	if err != nil {
		return nil, err
	}
	const beside = "an empty home"
	return []figure{
		compare("first paint, 100,000 applications", "ms", beside, 1.5, spread(a, paint), spread(b, paint)),
		compare("loaded and ready, 100,000 applications", "ms", beside, 1.5, spread(a, ready), spread(b, ready)),
		compare("memory on Today, 100,000 applications", "MB", beside, 1.5, spread(a, onToday), spread(b, onToday)),
		compare("memory on Interviews, scrolled to the end", "MB", beside, 1.5, spread(a, used), spread(b, used)),
	}, nil
}

// warm starts the program once, so that it has looked at its home. Of very many
// it also has said what is due, which it does when it knows all.
func (p program) warm(ctx context.Context, due bool) error {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Minute)
	defer cancel()
	file := filepath.Join(filepath.Dir(p.mapp), "said.json")
	p.env = append(slices.Clone(p.env), "AFTERWORD_NOTIFY="+file)
	s, _, err := p.open(ctx)
	if err != nil {
		return err
	}
	defer s.close()
	if !due {
		return nil
	}
	if err := s.press(ctx, "ctrl+2"); err != nil {
		return err
	}
	return untilThere(ctx, file)
}

func untilThere(ctx context.Context, file string) error {
	for ctx.Err() == nil {
		if _, err := os.Stat(file); !errors.Is(err, os.ErrNotExist) {
			return err
		}
		time.Sleep(100 * time.Millisecond)
	}
	return fmt.Errorf("%s was never written: %w", filepath.Base(file), ctx.Err())
}
