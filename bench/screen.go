package main

import (
	"context"
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// A display is an X server whose picture lies in a file (Xvfb -fbdir), so that
// looking at it costs the measured program nothing.
type display struct {
	name   string
	server *exec.Cmd
	manage *exec.Cmd
	file   *os.File

	memory, pixels []byte // the file, and the picture in it
	line           int    // bytes of one
}

// openDisplay starts a display with a window manager on it.
func openDisplay(ctx context.Context, dir string) (*display, error) {
	number, reply, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer number.Close()
	d := &display{server: exec.CommandContext(ctx, "Xvfb", "-displayfd", "3", "-screen", "0", "1200x800x24", "-nolisten", "tcp", "-fbdir", dir)}
	d.server.ExtraFiles = []*os.File{reply}
	if err := d.server.Start(); err != nil {
		return nil, fmt.Errorf("start Xvfb, which make test installs: %w", err)
	}
	reply.Close()
	var n int
	if _, err := fmt.Fscan(number, &n); err != nil {
		return nil, fmt.Errorf("no display from Xvfb: %w", err)
	}
	d.name = fmt.Sprintf(":%d", n)
	if d.file, err = os.Open(filepath.Join(dir, "Xvfb_screen0")); err != nil {
		return nil, err
	}
	if err := d.mapPixels(); err != nil {
		return nil, err
	}
	d.manage = exec.CommandContext(ctx, "openbox")
	d.manage.Env = append(os.Environ(), "DISPLAY="+d.name)
	return d, d.manage.Start()
}

func (d *display) close() {
	for _, c := range []*exec.Cmd{d.manage, d.server} {
		_ = c.Process.Kill() // it may have ended
		_ = c.Wait()
	}
	_ = syscall.Munmap(d.memory) // it is not used any more
	d.file.Close()
}

// painted reports whether there is a window with text on the black display: not
// black in a quarter of the picture, and of many colours, as text is at its
// edges. It looks at every fourth line.
func (d *display) painted() bool {
	const colors = 40
	seen := make(map[uint32]bool)
	var filled, all int
	for y := 0; (y+1)*d.line <= len(d.pixels); y += 4 {
		line := d.pixels[y*d.line : (y+1)*d.line]
		for x := 0; x+4 <= len(line); x += 4 {
			all++
			if c := binary.LittleEndian.Uint32(line[x:]) & 0xffffff; c != 0 {
				filled++
				seen[c] = true
			}
		}
	}
	return filled > all/4 && len(seen) >= colors
}

// untilPainted waits until a window is painted, and returns how long that took.
func (d *display) untilPainted(ctx context.Context, from time.Time) (time.Duration, error) {
	for ctx.Err() == nil {
		if d.painted() {
			return time.Since(from), nil
		}
		time.Sleep(time.Millisecond)
	}
	return 0, fmt.Errorf("nothing was painted: %w", ctx.Err())
}

// press sends keys to the window that has the focus.
func (d *display) press(ctx context.Context, keys ...string) error {
	return d.do(ctx, append([]string{"key", "--clearmodifiers"}, keys...)...)
}

// do drives keyboard and pointer by the commands of xdotool.
func (d *display) do(ctx context.Context, commands ...string) error {
	c := exec.CommandContext(ctx, "xdotool", commands...)
	c.Env = append(os.Environ(), "DISPLAY="+d.name)
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("xdotool %s: %w: %s", strings.Join(commands[:min(4, len(commands))], " "), err, out)
	}
	return nil
}
