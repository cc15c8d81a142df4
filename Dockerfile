# Odoo 19.0 with the addons and what they need. Used by docker-compose.yml.
FROM odoo:19.0

USER root
WORKDIR /opt/ats
COPY requirements.txt requirements-optional.txt requirements-addons.txt ./
# Odoo's own packages are in the image; only those of the addons and of the job queue are added, beside the system's.
RUN sed -n '/^# --- the job queue/,$p' requirements.txt > added.txt \
    && pip3 install --no-cache-dir --target /opt/ats/python -r added.txt \
    && (pip3 install --no-cache-dir --no-deps --target /opt/ats/python -r requirements-optional.txt || true) \
    && pip3 install --no-cache-dir --no-deps --target /opt/ats/index-addons -r requirements-addons.txt
COPY odoo.conf /etc/odoo/odoo.conf
COPY addons /mnt/extra-addons
RUN chown -R odoo /etc/odoo /mnt/extra-addons

ENV PYTHONPATH=/opt/ats/python \
    ODOO_ADDONS_PATH=/mnt/extra-addons,/opt/ats/index-addons/odoo/addons \
    ODOO_DATA_DIR=/var/lib/odoo
USER odoo
WORKDIR /var/lib/odoo
