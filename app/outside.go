package app

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os/exec"
	"runtime"
	"time"

	"fyne.io/fyne/v2"

	"afterword/app/profile"
)

// An outside is where URLs and clipboard writes of our buttons go: to the
// desktop, or as JSON lines into the file of AFTERWORD_OPEN.
type outside struct {
	file string
	home string // where files lie that are opened
	app  fyne.App
}

func newOutside(p *profile.Profile, a fyne.App) *outside {
	return &outside{p.OpenFile, p.Home, a}
}

// open shows a web page or hands a letter to the mail program.
func (o *outside) open(address string) error {
	if o.file != "" {
		return o.note(map[string]string{"url": address})
	}
	u, err := url.Parse(address)
	if err != nil {
		return fmt.Errorf("open address: %w", err)
	}
	return o.app.OpenURL(u)
}

// openMail shows a mail in the user's mail program by its Message-ID (RFC 2392),
// and reports whether there is one that can.
func (o *outside) openMail(ctx context.Context, id string) (bool, error) {
	address := "mid:" + url.PathEscape(id)
	if o.file == "" && runtime.GOOS == "linux" {
		ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
		defer cancel()
		handler, err := exec.CommandContext(ctx, "xdg-mime", "query", "default", "x-scheme-handler/mid").Output()
		if err != nil || len(bytes.TrimSpace(handler)) == 0 {
			return false, nil
		}
	}
	return true, o.open(address)
}

// copy puts text on the clipboard.
func (o *outside) copy(text string) error {
	if o.file != "" {
		return o.note(map[string]string{"clipboard": text})
	}
	o.app.Clipboard().SetContent(text)
	return nil
}

func (o *outside) note(line map[string]string) error {
	b, err := json.Marshal(line)
	if err != nil {
		return err
	}
	return appendLine(o.file, b)
}
