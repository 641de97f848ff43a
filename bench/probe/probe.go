// Package probe measures how long the UI goroutine of a Fyne program is held: it
// asks for it all the time and notes how long it waits.
//
// It talks to the file system, and must not know anything of Afterword.
package probe

import (
	"bufio"
	"fmt"
	"os"
	"time"

	"fyne.io/fyne/v2"
)

// Variable is the environment variable with the file that Watch writes.
const Variable = "AFTERWORD_BENCH_HELD"

const (
	apart = 4 * time.Millisecond
	start = time.Second // until the program has its window
)

// Watch writes a line whenever the UI goroutine answered: when it was asked, and
// how long it took, in microseconds. It does nothing unless the variable is set.
func Watch() {
	file := os.Getenv(Variable)
	if file == "" {
		return
	}
	f, err := os.Create(file)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return
	}
	out := bufio.NewWriter(f)
	time.Sleep(start)
	answered := make(chan time.Time)
	for n := 1; ; n++ {
		asked := time.Now()
		fyne.Do(func() { answered <- time.Now() })
		took := (<-answered).Sub(asked)
		fmt.Fprintln(out, asked.UnixMicro(), took.Microseconds())
		if n%64 == 0 {
			if err := out.Flush(); err != nil {
				return
			}
		}
		time.Sleep(apart)
	}
}
