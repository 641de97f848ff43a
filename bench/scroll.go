package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"afterword/bench/probe"
)

// A moved is what one gesture brought: how often the picture changed, how long the
// UI thread worked for one, and the longest that anything waited for it.
type moved struct {
	frames
	work, held time.Duration
}

// measureScroll moves the list of very many and a stock one by turns.
func measureScroll(ctx context.Context, dir string, full program, runs int) ([]figure, error) {
	stock, err := build(ctx, dir, "baseline")
	if err != nil {
		return nil, err
	}
	full.leaveMap()
	return scrollFigures(ctx, full, program{path: stock, args: []string{"-rows", fmt.Sprint(many), "-tall"}}, runs)
}

func scrollFigures(ctx context.Context, full, plain program, runs int) ([]figure, error) {
	ours, theirs := make(map[string][]moved), make(map[string][]moved)
	for range runs {
		if err := full.moves(ctx, ourList, ours, "key", "ctrl+2", "sleep", "1", "key", "Home"); err != nil {
			return nil, err
		}
		if err := plain.moves(ctx, stockList, theirs, "key", "Home"); err != nil {
			return nil, err
		}
	}
	var all []figure
	add := func(gesture, name string, target float64, of func(moved) time.Duration) {
		f := compare(name+", "+gesture, "ms", "stock Fyne list", target, durations(ours[gesture], of), durations(theirs[gesture], of))
		all = append(all, f)
	}
	for _, g := range gestures() {
		add(g.name, "picture to picture", 1.2, func(m moved) time.Duration { return m.half })
		add(g.name, "picture to picture, 95 of 100", 1.2, func(m moved) time.Duration { return m.most })
		add(g.name, "picture to picture, longest", 0, func(m moved) time.Duration { return m.max })
		add(g.name, "UI thread at work a picture", 0, func(m moved) time.Duration { return m.work })
		add(g.name, "UI goroutine held, longest", 0, func(m moved) time.Duration { return m.held })
	}
	return all, nil
}

// durations sorts one figure of several runs, in milliseconds.
func durations(runs []moved, of func(moved) time.Duration) []float64 {
	var all []float64
	for _, r := range runs {
		all = append(all, of(r).Seconds()*1000)
	}
	slices.Sort(all)
	return all
}

// leaveMap has no map of the window written, as on a user's computer.
func (p *program) leaveMap() {
	p.mapp = ""
	p.env = slices.DeleteFunc(slices.Clone(p.env), func(v string) bool { return strings.HasPrefix(v, "AFTERWORD_UI_MAP=") })
}

// watched opens the program with a watch over its UI goroutine, and returns the
// file that it writes.
func (p program) watched(ctx context.Context) (*session, string, error) {
	f, err := os.CreateTemp("", "afterword-bench-held-")
	if err != nil {
		return nil, "", err
	}
	f.Close()
	p.env = append(slices.Clone(p.env), probe.Variable+"="+f.Name())
	s, _, err := p.open(ctx)
	return s, f.Name(), err
}

// moves makes each gesture on the list of a program; first brings it to its top.
func (p program) moves(ctx context.Context, list rect, all map[string][]moved, first ...string) error {
	ctx, cancel := context.WithTimeout(ctx, 3*time.Minute)
	defer cancel()
	s, held, err := p.watched(ctx)
	if err != nil {
		return err
	}
	defer os.Remove(held)
	defer s.close()
	time.Sleep(4 * time.Second) // it reads what it shows
	for _, g := range gestures() {
		if err := s.do(ctx, append(pointAt(list.x+list.w/2, list.y+list.h/2), first...)...); err != nil {
			return err
		}
		time.Sleep(2 * time.Second)
		m, err := s.moved(ctx, list, held, g.move(list))
		if err != nil {
			return fmt.Errorf("%s: %w", g.name, err)
		}
		all[g.name] = append(all[g.name], m)
	}
	return nil
}

// moved makes one gesture.
func (s *session) moved(ctx context.Context, list rect, held string, commands []string) (m moved, err error) {
	began, before := time.Now(), s.worked()
	changed, err := s.watch(ctx, list, func() error { return s.do(ctx, commands...) })
	if err != nil {
		return m, err
	}
	ended, after := time.Now(), s.worked()
	time.Sleep(time.Second) // the watch over the goroutine writes now and then
	if m.frames, err = framesOf(changed); err != nil {
		return m, err
	}
	m.work = (after - before) / time.Duration(m.count)
	m.held, err = longest(held, began, ended)
	return m, err
}

// worked is how long the first thread of the program, which is the UI's, has run.
func (s *session) worked() time.Duration {
	pid := fmt.Sprint(s.process.Process.Pid)
	text, err := os.ReadFile(filepath.Join("/proc", pid, "task", pid, "schedstat"))
	var ns int64
	if err == nil {
		_, err = fmt.Sscan(string(text), &ns)
	}
	if err != nil {
		return 0
	}
	return time.Duration(ns)
}

// longest reads the longest wait for the UI goroutine between two instants.
func longest(file string, from, to time.Time) (time.Duration, error) {
	f, err := os.Open(file)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	var most time.Duration
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var asked, took int64
		if _, err := fmt.Fscan(strings.NewReader(lines.Text()), &asked, &took); err != nil {
			break // the last line is not written to its end
		}
		if asked >= from.UnixMicro() && asked < to.UnixMicro() {
			most = max(most, time.Duration(took)*time.Microsecond)
		}
	}
	return most, nil
}
