package dovecot

// template is the configuration of the server; capitals are filled in.
const template = `protocols = imap
base_dir = DIR/run
log_path = DIR/log
listen = 127.0.0.1
OWNER
default_vsz_limit = 0
ssl = yes
ssl_cert = <DIR/cert.pem
ssl_key = <DIR/cert.pem
disable_plaintext_auth = no
mail_location = maildir:DIR/mail
first_valid_uid = 0
mail_privileged_group =
passdb {
  driver = passwd-file
  args = DIR/passwd
}
userdb {
  driver = passwd-file
  args = DIR/passwd
}
namespace inbox {
  inbox = yes
  separator = .
  mailbox Sent {
    special_use = \Sent
    auto = create
  }
  mailbox Drafts {
    special_use = \Drafts
    auto = create
  }
}
service imap-login {
  chroot =
  inet_listener imap {
    port = PLAINPORT
  }
  inet_listener imaps {
    port = TLSPORT
    ssl = yes
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
protocol imap {
  rawlog_dir = DIR/mail/dovecot.rawlog
}
`
