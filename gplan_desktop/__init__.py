"""The core of Gplan: records, rules and storage, without screen or paper."""
