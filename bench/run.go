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
	second float64       // the same after it was used; 0 for the baseline
}

// A program is what is started on the display.
type program struct {
	path string
	args []string
	env  []string
	mapp string                                // file with the map of the window; "" for none
	use  func(context.Context, *display) error // what is done before memory is measured again; nil for nothing
}

// A session is a program that runs on a display of its own.
type session struct {
	*display
	dir     string
	process *exec.Cmd
}

// open starts the program and waits until it is ready.
func (p program) open(ctx context.Context) (s *session, took start, err error) {
	s = &session{}
	defer func() {
		if err != nil {
			s.close()
		}
	}()
	if s.dir, err = os.MkdirTemp("", "afterword-bench-"); err != nil {
		return s, took, err
	}
	if s.display, err = openDisplay(ctx, s.dir); err != nil {
		return s, took, err
	}
	time.Sleep(time.Second) // the window manager settles
	s.process = exec.CommandContext(ctx, p.path, p.args...)
	s.process.Stderr = os.Stderr
	s.process.Env = append(os.Environ(), append(p.env, "DISPLAY="+s.name, "LIBGL_ALWAYS_SOFTWARE=1", "FYNE_SCALE=1", "LANG=en_US.UTF-8")...)
	if p.mapp != "" {
		_ = os.Remove(p.mapp) // of the run before
	}
	began := time.Now()
	if err := s.process.Start(); err != nil {
		return s, took, err
	}
	if took.paint, err = s.untilPainted(ctx, began); err != nil || p.mapp == "" {
		return s, took, err
	}
	took.ready, err = untilReady(ctx, p.mapp, began)
	return s, took, err
}

// close ends the program, which has time to put its things away, and the display.
func (s *session) close() {
	if s.process != nil && s.process.Process != nil {
		_ = s.process.Process.Signal(syscall.SIGTERM) // it may have ended
		_ = s.process.Wait()
	}
	if s.display != nil {
		s.display.close()
	}
	_ = os.RemoveAll(s.dir) // a folder of the system's for such
}

// once starts the program, measures it and ends it.
func (p program) once(ctx context.Context) (start, error) {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Minute)
	defer cancel()
	s, took, err := p.open(ctx)
	if err != nil {
		return took, err
	}
	defer s.close()
	time.Sleep(2 * time.Second)
	if took.memory, err = memory(s.process.Process.Pid); err != nil || p.use == nil {
		return took, err
	}
	if err := p.use(ctx, s.display); err != nil {
		return took, err
	}
	time.Sleep(2 * time.Second)
	took.second, err = memory(s.process.Process.Pid)
	return took, err
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
