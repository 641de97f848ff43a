package app

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"afterword/assets"
	"afterword/data"
)

// maxMail is the largest mail file that is read.
const maxMail = 25 << 20

// take opens files that the user handed over: mails are judged as those of a
// mailbox are.
func (w *window) take(files []string) {
	for _, file := range files {
		if !strings.EqualFold(filepath.Ext(file), ".eml") {
			w.toast(assets.L("Only mails (.eml) can be opened so far. Add the interview with Ctrl+N."), "")
			continue
		}
		var got data.Received
		w.background(func(ctx context.Context) (err error) {
			got, err = w.receive(ctx, file)
			return err
		}, func(err error) {
			switch {
			case err != nil:
				w.fail(err)
			case got.Matched+got.Review == 0:
				w.toast(assets.L("This mail belongs to none of your interviews, or was filed before."), "")
			default:
				w.toast(assets.L("The mail is filed."), "")
			}
			w.refresh()
		})
	}
}

func (w *window) receive(ctx context.Context, file string) (data.Received, error) {
	info, err := os.Stat(file)
	if err != nil {
		return data.Received{}, fmt.Errorf("open the mail: %w", err)
	}
	if info.Size() > maxMail {
		return data.Received{}, fmt.Errorf("%s is larger than any mail we read: %w", filepath.Base(file), data.ErrInvalid)
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		return data.Received{}, fmt.Errorf("open the mail: %w", err)
	}
	return w.desk.Receive(ctx, data.Batch{Mails: []data.Mail{{Raw: raw}}})
}
