package app

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/adrg/xdg"

	"afterword/app/screen"
	"afterword/widgets"
)

// printing is the printing of this computer, and the folder for pictures.
func (w *window) printing() screen.Press {
	return screen.Press{
		Pictures: pictures(), Paper: paperOf(w.profile.Lang, os.Getenv),
		Keep: w.keepPages, Printer: w.printer, Print: printFile,
	}
}

// pictures is the user's folder for pictures, or their home where there is none.
func pictures() string {
	if at, err := os.Stat(xdg.UserDirs.Pictures); err == nil && at.IsDir() {
		return xdg.UserDirs.Pictures
	}
	return xdg.Home
}

// paperOf is the size of paper of a language's region, or of the system's.
func paperOf(lang string, env func(string) string) widgets.Paper {
	for _, name := range []string{"LC_ALL", "LC_PAPER", "LANG"} {
		if lang == "" {
			lang = env(name)
		}
	}
	lang, _, _ = strings.Cut(lang, ".")
	_, region, _ := strings.Cut(strings.ReplaceAll(lang, "-", "_"), "_")
	switch region {
	case "US", "CA", "MX", "PH", "CL", "CO", "VE", "GT", "CR", "PA", "PR", "DO", "SV", "NI":
		return widgets.PaperLetter // CLDR, paper sizes of territories
	}
	return widgets.PaperA4
}

// keepPages writes pages into the home, from where a program can show them.
func (w *window) keepPages(name string, pdf []byte) (string, error) {
	file, err := filepath.Abs(filepath.Join(w.profile.Home, "print", name))
	if err == nil {
		err = os.MkdirAll(filepath.Dir(file), 0o700)
	}
	if err == nil {
		err = os.WriteFile(file, pdf, 0o600)
	}
	if err != nil {
		return "", fmt.Errorf("keep pages: %w", err)
	}
	return file, nil
}

// printer returns the usual printer of the printing system (CUPS), "" where
// there is none, or where what leaves the program goes into a file.
func (w *window) printer(ctx context.Context) string {
	if w.outside.file != "" {
		return ""
	}
	if _, err := exec.LookPath("lp"); err != nil {
		return ""
	}
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	ask := exec.CommandContext(ctx, "lpstat", "-d")
	ask.Env = append(os.Environ(), "LC_ALL=C", "LANGUAGE=C") // its answer is in the user's language otherwise
	said, err := ask.Output()
	if err != nil {
		return ""
	}
	return usualPrinter(string(said))
}

// usualPrinter reads the answer of lpstat -d in English: "system default
// destination: NAME".
func usualPrinter(said string) string {
	_, name, _ := strings.Cut(said, ": ")
	return strings.TrimSpace(name)
}

// printFile hands a file to the usual printer.
func printFile(ctx context.Context, file string) error {
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	said, err := exec.CommandContext(ctx, "lp", file).CombinedOutput()
	if err != nil {
		return fmt.Errorf("print: %w: %s", err, strings.TrimSpace(string(said)))
	}
	return nil
}
