package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// A start is what one start of a program took.
type start struct {
	paint  time.Duration // from exec to the first picture
	ready  time.Duration // from exec until the map of the window says so; 0 for the baseline
	memory float64       // MB of its own (PSS), two seconds later
	second float64       // the same after another page was opened; 0 for the baseline
}

// A program is what is started on the display.
type program struct {
	path string
	env  []string
	mapp string   // file with the map of the window; "" for none
	keys []string // open another page
}

// once starts the program on a display of its own, measures it and ends it.
func (p program) once(ctx context.Context) (s start, err error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	dir, err := os.MkdirTemp("", "afterword-bench-")
	if err != nil {
		return s, err
	}
	defer os.RemoveAll(dir)
	d, err := openDisplay(ctx, dir)
	if err != nil {
		return s, err
	}
	defer d.close()
	time.Sleep(time.Second) // the window manager settles
	c := exec.CommandContext(ctx, p.path)
	c.Env = append(os.Environ(), append(p.env, "DISPLAY="+d.name, "LIBGL_ALWAYS_SOFTWARE=1", "FYNE_SCALE=1", "LANG=en_US.UTF-8")...)
	if p.mapp != "" {
		_ = os.Remove(p.mapp) // of the run before
	}
	began := time.Now()
	if err := c.Start(); err != nil {
		return s, err
	}
	defer func() {
		_ = c.Process.Signal(syscall.SIGTERM) // it may have ended
		_ = c.Wait()
	}()
	if s.paint, err = d.untilPainted(ctx, began); err != nil {
		return s, err
	}
	if p.mapp != "" {
		if s.ready, err = untilReady(ctx, p.mapp, began); err != nil {
			return s, err
		}
	}
	time.Sleep(2 * time.Second)
	if s.memory, err = memory(c.Process.Pid); err != nil || len(p.keys) == 0 {
		return s, err
	}
	if err := d.press(ctx, p.keys...); err != nil {
		return s, err
	}
	time.Sleep(2 * time.Second)
	s.second, err = memory(c.Process.Pid)
	return s, err
}

func untilReady(ctx context.Context, file string, from time.Time) (time.Duration, error) {
	for ctx.Err() == nil {
		text, err := os.ReadFile(file)
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return 0, err
		}
		if strings.Contains(string(text), `"ready":true`) {
			return time.Since(from), nil
		}
		time.Sleep(2 * time.Millisecond)
	}
	return 0, fmt.Errorf("the window was never ready: %w", ctx.Err())
}

// memory returns the proportional set size of a process in MB: what would come
// free if it ended.
func memory(pid int) (float64, error) {
	f, err := os.Open(filepath.Join("/proc", strconv.Itoa(pid), "smaps_rollup"))
	if err != nil {
		return 0, err
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if rest, ok := strings.CutPrefix(lines.Text(), "Pss:"); ok {
			kb, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(rest, "kB")), 64)
			return kb / 1024, err
		}
	}
	return 0, fmt.Errorf("no Pss of process %d", pid)
}
